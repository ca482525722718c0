package sporeloop.results.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sporeloop.results.RefusedException;

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
 * @param wallTimeS wall time of its last piece [s]; null likewise
 * @param scenarioSha256 of {@code scenario.conf} as it was when the run was started
 * @param resumptions each time the run went on after it had ended or been cut off
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
    "wallTimeS",
    "scenarioSha256",
    "resumptions"
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
        @Nullable Double wallTimeS,
        @Nullable String scenarioSha256,
        List<Resumption> resumptions) {
    /**
     * That a run went on.
     *
     * @param start when, ISO 8601
     * @param durationS simulated time that it was to have in all [s]
     * @param program name and version of the program
     * @param commit the git commit it was built from
     * @param commandLine the words of the command
     */
    @JsonPropertyOrder({"start", "durationS", "program", "commit", "commandLine"})
    public record Resumption(
            String start,
            double durationS,
            String program,
            String commit,
            List<String> commandLine) {
        public Resumption {
            commandLine = List.copyOf(commandLine);
        }
    }

    private static final long LARGEST = 4 << 20;
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    public Manifest {
        commandLine = List.copyOf(commandLine);
        resumptions = resumptions == null ? List.of() : List.copyOf(resumptions);
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
                now(),
                null,
                null,
                null,
                List.of());
    }

    /** The same run, bound to the text of its {@code scenario.conf}. */
    public Manifest of(String scenarioText) {
        return with(end, wallTimeS, sha256(scenarioText), resumptions);
    }

    /** Whether {@code scenario.conf} still has the text that the run was started with. */
    public boolean isOf(String scenarioText) {
        return scenarioSha256 == null || scenarioSha256.equals(sha256(scenarioText));
    }

    /** The same run, going on now. */
    public Manifest resumed(
            double durationS, String program, String commit, List<String> commandLine) {
        List<Resumption> more = new ArrayList<>(resumptions);
        more.add(new Resumption(now(), durationS, program, commit, commandLine));
        return with(null, null, scenarioSha256, more);
    }

    private Manifest with(
            @Nullable String end,
            @Nullable Double wallTimeS,
            @Nullable String scenarioSha256,
            List<Resumption> resumptions) {
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
                end,
                wallTimeS,
                scenarioSha256,
                resumptions);
    }

    private static String now() {
        return OffsetDateTime.now(ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads what {@link #json} wrote. */
    public static Manifest read(Path file) throws RefusedException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new RefusedException(file + " is larger than 4 MB: not a run's manifest.");
            }
            return complete(MAPPER.readValue(Files.readAllBytes(file), Manifest.class), file);
        } catch (JsonProcessingException | IllegalArgumentException notOurs) {
            throw new RefusedException(file + " is not a run's manifest.", notOurs);
        } catch (RefusedException sentence) {
            throw sentence;
        } catch (IOException failure) {
            throw new RefusedException(
                    "Cannot read " + file + ": " + RefusedException.why(failure) + ".", failure);
        }
    }

    private static Manifest complete(@Nullable Manifest manifest, Path file)
            throws RefusedException {
        if (manifest == null
                || Stream.of(
                                manifest.program,
                                manifest.commit,
                                manifest.scenario,
                                manifest.jvm,
                                manifest.os,
                                manifest.machine,
                                manifest.start)
                        .anyMatch(Objects::isNull)) {
            throw new RefusedException(file + " is not a run's manifest: a key is missing.");
        }
        return manifest;
    }

    /** The same run at its end. */
    public Manifest ended(String how, Duration wallTime) {
        return with(how, wallTime.toMillis() / 1000.0, scenarioSha256, resumptions);
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
