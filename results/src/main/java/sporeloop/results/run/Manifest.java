package sporeloop.results.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who ran what, where and when: written at the start, and again with its end at the end.
 *
 * @param program name and version of the program
 * @param commit the git commit it was built from; {@code unknown} outside a clone
 * @param scenario the scenario's name
 * @param seed the run's seed
 * @param commandLine the words of the command
 * @param jvm maker and version of the Java that ran it
 * @param os operating system and its version
 * @param machine kind of processor
 * @param cores processors the program may use
 * @param start with its offset from UTC, ISO 8601
 * @param end how the run ended; null while it goes on, and for good if it was killed
 * @param wallTimeS wall time [s]; null likewise
 */
@JsonPropertyOrder({
    "program",
    "commit",
    "scenario",
    "seed",
    "commandLine",
    "jvm",
    "os",
    "machine",
    "cores",
    "start",
    "end",
    "wallTimeS"
})
public record Manifest(
        String program,
        String commit,
        String scenario,
        long seed,
        List<String> commandLine,
        String jvm,
        String os,
        String machine,
        int cores,
        String start,
        @Nullable String end,
        @Nullable Double wallTimeS) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    public Manifest {
        commandLine = List.copyOf(commandLine);
    }

    /** A run that starts now, on this machine. */
    public static Manifest starting(
            String program, String commit, String scenario, long seed, List<String> commandLine) {
        return new Manifest(
                program,
                commit,
                scenario,
                seed,
                commandLine,
                System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                processor() + ", " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                OffsetDateTime.now(ZoneId.systemDefault())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString(),
                null,
                null);
    }

    /** The same run at its end. */
    public Manifest ended(String how, Duration wallTime) {
        return new Manifest(
                program,
                commit,
                scenario,
                seed,
                commandLine,
                jvm,
                os,
                machine,
                cores,
                start,
                how,
                wallTime.toMillis() / 1000.0);
    }

    /** As JSON, a key a line, with a final line end. */
    public String json() {
        DefaultPrettyPrinter lines =
                new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return MAPPER.writer(lines).writeValueAsString(this) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The processor's own name where the system tells it. */
    private static String processor() {
        try (Stream<String> lines = Files.lines(PROCESSORS, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .orElse("unknown processor");
        } catch (IOException | UncheckedIOException notLinux) {
            return "unknown processor";
        }
    }
}
