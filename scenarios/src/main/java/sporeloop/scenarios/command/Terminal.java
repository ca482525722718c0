package sporeloop.scenarios.command;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * What standard error is: a terminal of some width, or a file or pipe. The launcher, which can tell,
 * says so in the property {@code sporeloop.columns}.
 */
final class Terminal {
    private static final int USUAL_WIDTH = 80;
    private static final File DEVICE = new File("/dev/tty");

    private final boolean present;
    private int columns;

    private Terminal(boolean present, int columns) {
        this.present = present;
        this.columns = columns;
    }

    /** Standard error of this process. */
    static Terminal ofStandardError() {
        String columns = System.getProperty("sporeloop.columns", "");
        return new Terminal(!columns.isEmpty(), columns(columns));
    }

    /** A terminal of a given width, for tests. */
    static Terminal of(int columns) {
        return new Terminal(true, columns);
    }

    /** No terminal. */
    static Terminal none() {
        return new Terminal(false, USUAL_WIDTH);
    }

    /** Whether a line can be written over. */
    boolean present() {
        return present;
    }

    /** Characters in a line. */
    int columns() {
        return columns;
    }

    /** Asks the terminal for its width again, which the user may have changed. */
    void measure() {
        if (!present || !DEVICE.exists()) {
            return;
        }
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(DEVICE)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            byte[] answer = stty.getInputStream().readNBytes(64);
            if (stty.waitFor(1, TimeUnit.SECONDS) && stty.exitValue() == 0) {
                String text = new String(answer, StandardCharsets.US_ASCII).strip();
                columns = columns(text.substring(text.indexOf(' ') + 1));
            }
        } catch (IOException e) {
            // No stty: the width stays what it was.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int columns(String text) {
        return text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : USUAL_WIDTH;
    }
}
