package sporeloop.scenarios;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.RefusedException;
import sporeloop.results.file.SectionFile;
import sporeloop.results.run.Manifest;
import sporeloop.results.run.ProgressTable;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.verify.Verification;

/**
 * Inputs mutated at random, by the million: each is read, or refused with a sentence of bounded length
 * in bounded time. Bytes are flipped, cut, doubled, spliced and replaced by what breaks parsers.
 *
 * <p>{@code main} goes on for a number of inputs or seconds: {@code FuzzTest INPUTS SECONDS SEED}.
 */
class FuzzTest {
    private static final int LONGEST_SENTENCE = 4000;
    private static final double LONGEST_SECONDS = 20;

    private static final List<String> TOKENS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    "\"",
                    "\"\"\"",
                    "=",
                    ":",
                    ",",
                    ".",
                    "\n",
                    "#",
                    "+=",
                    "${x}",
                    "include \"reaching\"",
                    "include file(\"/etc/passwd\")",
                    "include url(\"http://localhost\")",
                    "include \"../x.conf\"",
                    "null",
                    "true",
                    "1e400",
                    "-1e400",
                    "1e-400",
                    "NaN",
                    "∞",
                    "9223372036854775808",
                    "-0",
                    "0x1p3",
                    "1e9 h",
                    "1 ns",
                    "5 m",
                    "°",
                    "\u0000",
                    "\ufeff",
                    "\u2028",
                    "🤖",
                    "ı",
                    "../..",
                    "straight 1e9 m",
                    "left 0 m 0 deg",
                    "\r",
                    "\t",
                    ";",
                    "\\u");

    /** A parser that returns, or refuses with {@link BadInput} or {@link RefusedException}. */
    private interface Parser {
        void parse(Path file) throws IOException;
    }

    private record Subject(String ending, byte[][] seeds, Parser parser) {}

    @TempDir Path folder;

    @Test
    void twoThousandMutatedInputsOfEachParserAreReadOrRefusedWithASentence() throws Exception {
        new Fuzz(folder, 1).run(2000L * 6, Double.POSITIVE_INFINITY, false);
    }

    @Test
    @Tag("long")
    void tenMillionMutatedInputsAreReadOrRefusedWithASentence() throws Exception {
        new Fuzz(folder, 2).run(10_000_000, Double.POSITIVE_INFINITY, true);
    }

    public static void main(String[] words) throws IOException {
        Path folder = Files.createTempDirectory("sporeloop-fuzz");
        new Fuzz(folder, Long.parseLong(words[2]))
                .run(Long.parseLong(words[0]), Double.parseDouble(words[1]), true);
    }

    private static Map<String, Subject> subjects(Path folder) throws IOException {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        List<byte[]> scenarios = new ArrayList<>();
        for (String name : Providers.ours().scenarios().names()) {
            scenarios.add(utf8(Providers.ours().scenarios().text(name)));
        }
        scenarios.add(utf8("include \"reaching\"\nplasticity.temperature = 0.2\n"));
        subjects.put(
                "scenario",
                new Subject(
                        ".conf",
                        scenarios.toArray(byte[][]::new),
                        file -> ScenarioFile.load(file.toString())));
        byte[][] track = {
            utf8(
                    "include \"lane-following\"\nenvironment.track = \"\"\"straight 4 m; left 1 m 180 deg;"
                            + " straight 4 m; left 1 m 180 deg\"\"\"\n")
        };
        subjects.put(
                "track", new Subject(".conf", track, file -> ScenarioFile.load(file.toString())));
        Path state = folder.resolve("seed.bin");
        SectionFile.writer("agent", 1)
                .section("network", out -> out.write(new byte[300]))
                .section("x", out -> out.writeUTF("abc"))
                .write(state);
        subjects.put(
                "sections",
                new Subject(
                        ".bin",
                        new byte[][] {Files.readAllBytes(state)},
                        file -> {
                            SectionFile read = SectionFile.read(file, "agent", 1);
                            for (String section : read.sections()) {
                                read.restore(section, in -> in.readFully(new byte[300]));
                            }
                        }));
        byte[][] tables = {utf8("sim_time_s,mean_reward\n60,0.5\n120,\n180,-1e-9\n")};
        subjects.put("progress", new Subject(".csv", tables, ProgressTable::read));
        byte[][] manifests = {
            utf8(
                    Manifest.starting("p", "c", "s", 1, List.of("train"))
                            .resumed(5, "p", "c", List.of("resume"))
                            .json())
        };
        subjects.put("manifest", new Subject(".json", manifests, Manifest::read));
        byte[][] cases = {
            utf8(
                    "{\"kind\": \"synapse\", \"parameters\": {\"temperature\": 0}, \"steps\": 9,"
                            + " \"initial_synaptic_parameter\": 1, \"files\": {\"steps\": \"no.csv\"}}")
        };
        subjects.put(
                "golden case",
                new Subject(".json", cases, file -> Verification.verify(file, false)));
        return subjects;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The loop. */
    private static final class Fuzz {
        private final Path folder;
        private final SplittableRandom random;

        Fuzz(Path folder, long seed) {
            this.folder = folder;
            random = new SplittableRandom(seed);
        }

        /** As many inputs as fit; the quick parsers get a hundred for each one that a scenario gets. */
        void run(long inputs, double seconds, boolean more) throws IOException {
            Map<String, Subject> subjects = subjects(folder);
            Map<String, long[]> counts = new LinkedHashMap<>();
            subjects.keySet().forEach(name -> counts.put(name, new long[2]));
            long begun = System.nanoTime();
            long done = 0;
            while (done < inputs && (System.nanoTime() - begun) / 1e9 < seconds) {
                for (Map.Entry<String, Subject> each : subjects.entrySet()) {
                    boolean slow = each.getValue().ending.equals(".conf");
                    int times = more && !slow ? 100 : 1;
                    for (int n = 0; n < times; n++, done++) {
                        long[] count = counts.get(each.getKey());
                        count[one(each.getKey(), each.getValue()) ? 0 : 1]++;
                    }
                }
                if (more && done % 10_000 < 600) {
                    report(begun, done, counts);
                }
            }
            report(begun, done, counts);
        }

        private static void report(long begun, long done, Map<String, long[]> counts) {
            StringBuilder line = new StringBuilder();
            line.append((System.nanoTime() - begun) / 1_000_000_000).append(" s, ").append(done);
            line.append(" inputs; read + refused:");
            counts.forEach(
                    (name, count) -> line.append(" " + name + " " + count[0] + " + " + count[1]));
            System.out.println(line);
        }

        /** Reads one input; says whether it was accepted. */
        private boolean one(String name, Subject subject) throws IOException {
            byte[] input = subject.seeds[random.nextInt(subject.seeds.length)].clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                input = mutated(input);
            }
            Path file = folder.resolve("input" + subject.ending);
            Files.write(file, input);
            long begun = System.nanoTime();
            String refusal = "";
            try {
                subject.parser.parse(file);
            } catch (BadInput | RefusedException sentence) {
                refusal = String.valueOf(sentence.getMessage());
            } catch (Throwable uncaught) {
                keep(name, input, uncaught.toString(), uncaught);
            }
            if (refusal.length() > LONGEST_SENTENCE) {
                keep(name, input, "a sentence of " + refusal.length() + " characters", null);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (seconds > LONGEST_SECONDS) {
                keep(name, input, "it took " + seconds + " s", null);
            }
            return refusal.isEmpty();
        }

        private static void keep(String name, byte[] input, String what, Throwable cause)
                throws IOException {
            Path kept = Files.createTempFile("fuzz-" + name.replace(' ', '-') + "-", ".input");
            Files.write(kept, input);
            throw new AssertionError(name + ": " + what + " (input kept: " + kept + ")", cause);
        }

        private byte[] mutated(byte[] from) {
            if (from.length == 0) {
                return utf8(TOKENS.get(random.nextInt(TOKENS.size())));
            }
            int at = random.nextInt(from.length);
            int length = Math.min(from.length - at, 1 + random.nextInt(1 << random.nextInt(10)));
            switch (random.nextInt(8)) {
                case 0 -> from[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> from[at] = (byte) random.nextInt(256);
                case 2 -> {
                    return Arrays.copyOf(from, at);
                }
                case 3 -> {
                    return splice(from, at, at + length, new byte[0]);
                }
                case 4 -> {
                    return splice(from, at, at, Arrays.copyOfRange(from, at, at + length));
                }
                case 5 -> Arrays.fill(from, at, at + length, (byte) (random.nextInt(3) - 1));
                case 6 -> {
                    byte[] token = utf8(TOKENS.get(random.nextInt(TOKENS.size())));
                    return splice(from, at, Math.min(from.length, at + random.nextInt(3)), token);
                }
                default -> {
                    int other = random.nextInt(from.length);
                    int size = Math.min(length, from.length - other);
                    return splice(from, at, at, Arrays.copyOfRange(from, other, other + size));
                }
            }
            return from;
        }

        private static byte[] splice(byte[] from, int begin, int end, byte[] middle) {
            byte[] spliced = new byte[from.length - (end - begin) + middle.length];
            System.arraycopy(from, 0, spliced, 0, begin);
            System.arraycopy(middle, 0, spliced, begin, middle.length);
            System.arraycopy(from, end, spliced, begin + middle.length, from.length - end);
            return spliced;
        }
    }
}
