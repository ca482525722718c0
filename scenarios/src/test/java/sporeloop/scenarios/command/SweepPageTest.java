package sporeloop.scenarios.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import sporeloop.results.sweep.PointTable;

/** What {@code docs/sweeps.md} shows, built and run. */
class SweepPageTest {
    private static final Path PAGE = Path.of("../docs/sweeps.md");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir Path folder;

    /** Runs a script in Java's shell, in this process. */
    private static void run(JShell shell, String script) {
        String rest = script;
        while (!rest.isBlank()) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(next.source())) {
                assertEquals(
                        Snippet.Status.VALID,
                        event.status(),
                        () ->
                                next.source()
                                        + shell.diagnostics(event.snippet())
                                                .map(each -> each.getMessage(null))
                                                .toList());
                assertEquals(null, event.exception(), next.source());
            }
            rest = next.remaining();
        }
    }

    @Test
    void theJavaOfThePageRunsInTheShellAfterTheStartUpScript() throws IOException {
        Matcher java = JAVA.matcher(Files.readString(PAGE));
        assertTrue(java.find(), "the page shows no Java");
        String shown =
                java.group(1)
                        .replace("\"1 h\"", "\"1 min\"")
                        .replace("seeds(1, 2, 3)", "seeds(1)")
                        .replace("runs/temperature", folder.resolve("shell").toString());
        try (JShell shell = JShell.builder().executionEngine("local").build();
                var script = SweepPageTest.class.getResourceAsStream("/sporeloop.jsh")) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            run(shell, new String(script.readAllBytes(), UTF_8));
            run(shell, shown);
        }
        List<PointTable.Row> points = PointTable.read(folder.resolve("shell")).points();
        assertEquals(
                List.of(List.of("0.05"), List.of("0.1"), List.of("0.2")),
                points.stream().map(PointTable.Row::values).toList());
    }

    @Test
    void everyCommandOfThePageIsOne() throws IOException {
        List<String> commands =
                Files.readAllLines(PAGE).stream()
                        .filter(line -> line.startsWith("    ./sporeloop "))
                        .map(
                                line ->
                                        line.substring("    ./sporeloop ".length())
                                                .replaceFirst(" #.*", ""))
                        .toList();
        assertTrue(commands.size() > 5, commands.toString());
        for (String command : commands) {
            String[] words =
                    WORD.matcher(command)
                            .results()
                            .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                            .toArray(String[]::new);
            new CommandLine(new Sporeloop()).parseArgs(words);
        }
    }
}
