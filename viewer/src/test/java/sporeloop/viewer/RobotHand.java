package sporeloop.viewer;

import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Eyes and hands in front of a screen, which know nothing of the window but its pixels: a process that
 * does what lines say, {@code key CODE}, {@code drag X Y X Y}, {@code find RRGGBB}, and answers each.
 */
final class RobotHand implements AutoCloseable {
    private final Process process;
    private final PrintWriter says;
    private final BufferedReader hears;

    RobotHand(Screen screen) throws IOException {
        process = screen.start(screen.java(RobotHand.class));
        says =
                new PrintWriter(
                        new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8),
                        true);
        hears = Screen.lines(process);
    }

    private String ask(String line) throws IOException {
        says.println(line);
        return String.valueOf(hears.readLine());
    }

    /** Strikes a key, by its number in {@link java.awt.event.KeyEvent}. */
    void key(int code) throws IOException {
        ask("key " + code);
    }

    void drag(int[] from, int right, int down) throws IOException {
        ask("drag " + from[0] + " " + from[1] + " " + (from[0] + right) + " " + (from[1] + down));
    }

    /** Looks until there is something of a colour on the screen: its middle. */
    int[] find(int colour) throws IOException {
        while (process.isAlive()) {
            String[] words = ask("find " + colour).split(" ", -1);
            if (Integer.parseInt(words[0]) > 20) {
                return new int[] {Integer.parseInt(words[1]), Integer.parseInt(words[2])};
            }
        }
        throw new IOException("the hand is gone");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The process. */
    public static void main(String[] none) throws Exception {
        Robot robot = new Robot();
        robot.setAutoDelay(15);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            int[] n = new int[4];
            for (int w = 1; w < words.length; w++) {
                n[w - 1] = Integer.parseInt(words[w]);
            }
            System.out.println(
                    switch (words[0]) {
                        case "key" -> strike(robot, n[0]);
                        case "drag" -> drag(robot, n);
                        default -> look(robot, n[0]);
                    });
        }
    }

    private static String strike(Robot robot, int code) {
        robot.keyPress(code);
        robot.keyRelease(code);
        return "done";
    }

    private static String drag(Robot robot, int[] n) {
        robot.mouseMove(n[0], n[1]);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseMove((n[0] + n[2]) / 2, (n[1] + n[3]) / 2);
        robot.mouseMove(n[2], n[3]);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        return "done";
    }

    /** How many pixels there are of a colour, and their middle. */
    private static String look(Robot robot, int colour) {
        BufferedImage seen = robot.createScreenCapture(new Rectangle(1400, 900));
        long count = 0;
        long x = 0;
        long y = 0;
        for (int row = 0; row < seen.getHeight(); row++) {
            for (int column = 0; column < seen.getWidth(); column++) {
                if ((seen.getRGB(column, row) & 0xFFFFFF) == colour) {
                    count++;
                    x += column;
                    y += row;
                }
            }
        }
        return count + " " + (count == 0 ? "0 0" : x / count + " " + y / count);
    }
}
