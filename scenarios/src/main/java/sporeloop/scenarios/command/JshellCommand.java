package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sporeloop.results.RefusedException;

/** Starts Java's own shell with this program's classes. */
@Command(
        name = "jshell",
        description = {
            "Starts JShell, in which sweeps are a line of Java; what is imported is in sporeloop.jsh.",
            "",
            "Example, in it:",
            "  SweepBuilder.of(\"reaching\").duration(\"5 min\").seeds(1, 2)",
            "      .axis(\"plasticity.temperature\", 0.1, 0.2)",
            "      .into(\"runs/shell\").stream().forEach(r -> System.out.println(r.point() + \" \" + r.score()))",
            ""
        },
        mixinStandardHelpOptions = true)
final class JshellCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Scripts to run first")
    private List<String> scripts = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path shell = Path.of(System.getProperty("java.home"), "bin", "jshell");
        if (!Files.isExecutable(shell)) {
            throw new RefusedException(
                    shell + " is not there. Install a JDK of version 17 or newer.");
        }
        Path startup = Files.createTempFile("sporeloop", ".jsh");
        try (InputStream in =
                Objects.requireNonNull(JshellCommand.class.getResourceAsStream("/sporeloop.jsh"))) {
            Files.write(startup, in.readAllBytes());
            List<String> command =
                    new ArrayList<>(
                            List.of(
                                    shell.toString(),
                                    "--class-path",
                                    System.getProperty("java.class.path"),
                                    "--startup",
                                    startup.toString()));
            command.addAll(scripts);
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } finally {
            Files.deleteIfExists(startup);
        }
    }
}
