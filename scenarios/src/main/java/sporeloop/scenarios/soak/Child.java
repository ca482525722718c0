package sporeloop.scenarios.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** This program in a process of its own, with this process's Java options. */
final class Child implements AutoCloseable {
    private final Process process;
    private final Thread listener;
    private final List<String> said = new ArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);

    /** Starts the program, with more options for Java. */
    Child(List<String> more, List<String> words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!option.startsWith("-Dsporeloop.columns") && !option.startsWith("-agentlib")) {
                command.add(option);
            }
        }
        command.addAll(more);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("sporeloop.scenarios.command.Sporeloop");
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        process = builder.start();
        process.getOutputStream().close();
        listener = new Thread(this::listen, "what the child says");
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line; (line = lines.readLine()) != null; ) {
                synchronized (said) {
                    said.add(line);
                }
                begun.countDown();
            }
        } catch (IOException killed) {
            // It has nothing more to say.
        } finally {
            begun.countDown();
        }
    }

    /** Waits until it has begun its run, or is over, or the time is. */
    void awaitBeginning(double seconds) throws InterruptedException {
        boolean unused = begun.await(Math.round(1000 * seconds), TimeUnit.MILLISECONDS);
    }

    /** Waits for its end; says whether it came in time. */
    boolean awaitEnd(double seconds) throws InterruptedException {
        boolean ended = process.waitFor(Math.round(1000 * seconds), TimeUnit.MILLISECONDS);
        if (ended) {
            listener.join();
        }
        return ended;
    }

    /** Its exit code. */
    int code() {
        return process.exitValue();
    }

    /** Kills it as {@code kill -9} does, and waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends it a signal by name: {@code STOP}, {@code CONT}, {@code TERM}, {@code INT}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .start()
                .waitFor();
    }

    /** The last of what it said. */
    String lastWords() {
        synchronized (said) {
            return String.join(" | ", said.subList(Math.max(0, said.size() - 6), said.size()));
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
