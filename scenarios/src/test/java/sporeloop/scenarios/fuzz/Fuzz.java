package sporeloop.scenarios.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import sporeloop.results.RefusedException;
import sporeloop.scenarios.file.BadInput;

/**
 * Inputs changed at random, by the million: each is read, or refused with a sentence of bounded length,
 * in bounded time and memory, and nothing is written beside it. An input that is answered as none was
 * before becomes a seed of others.
 *
 * <p>{@code Fuzz INPUTS SEED [ONLY]} runs until so many inputs are done, and goes on after a finding,
 * which it keeps; its exit code is 1 if there was any.
 */
final class Fuzz {
    private static final int LONGEST_SENTENCE = 4000;
    private static final double LONGEST_SECONDS = 20;
    private static final long REPORT_NANOSECONDS = 300_000_000_000L;
    private static final int MOST_ANSWERS = 100_000;
    private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What became of one parser's inputs. */
    private static final class Count {
        private final int real;
        private long read;
        private long refused;
        private long nanoseconds;
        private double longest;
        private long most;
        private final Set<String> answers = new HashSet<>();
        private final Set<String> findings = new TreeSet<>();

        Count(int real) {
            this.real = real;
        }
    }

    private final Path inside;
    private final Path kept;
    private final Mutator mutator;
    private final PrintStream log;
    private final Map<Subject, Count> counts = new LinkedHashMap<>();
    private final Set<String> there;

    /**
     * A loop that has yet to run.
     *
     * @param folder in which the inputs lie, one level down; nobody else writes to it or to its parent
     * @param kept where inputs that were found to do harm go
     */
    Fuzz(Path folder, Path kept, List<Subject> subjects, long seed, PrintStream log)
            throws IOException {
        inside = Files.createDirectories(folder.resolve("inside"));
        this.kept = kept;
        this.log = log;
        mutator = new Mutator(seed);
        subjects.forEach(subject -> counts.put(subject, new Count(subject.seeds().size())));
        there = around();
    }

    public static void main(String[] words) throws IOException {
        Path memory = Path.of("/dev/shm");
        Path own =
                Files.isWritable(memory)
                        ? Files.createTempDirectory(memory, "sporeloop-fuzz")
                        : Files.createTempDirectory("sporeloop-fuzz");
        Path folder = Files.createDirectory(own.resolve("work"));
        Path kept = Files.createTempDirectory("sporeloop-fuzz-findings");
        try (Corpus corpus = new Corpus(Files.createDirectories(folder.resolve("corpus")))) {
            List<Subject> subjects =
                    corpus.subjects().stream()
                            .filter(s -> words.length < 3 || s.name().startsWith(words[2]))
                            .toList();
            Fuzz fuzz = new Fuzz(folder, kept, subjects, Long.parseLong(words[1]), System.out);
            fuzz.run(Long.parseLong(words[0]));
            boolean called = corpus.wasCalled();
            System.out.println(called ? "A file made us call a server." : "No server was called.");
            System.exit(fuzz.findings().isEmpty() && !called ? 0 : 1);
        }
    }

    /** Gives each subject its share of so many inputs. */
    void run(long inputs) throws IOException {
        long begun = System.nanoTime();
        long shares = counts.keySet().stream().mapToLong(Subject::share).sum();
        int rounds = 100;
        long reported = begun;
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<Subject, Count> each : counts.entrySet()) {
                Count count = each.getValue();
                double share = (double) inputs * each.getKey().share() / shares;
                long until = Math.max(round == rounds ? 1 : 0, Math.round(share * round / rounds));
                long worked = MEMORY.getCurrentThreadCpuTime();
                for (; count.read + count.refused < until; ) {
                    one(each.getKey(), count);
                }
                count.nanoseconds += MEMORY.getCurrentThreadCpuTime() - worked;
                lookAround(each.getKey(), count);
            }
            if (round == rounds || System.nanoTime() - reported > REPORT_NANOSECONDS) {
                reported = System.nanoTime();
                log.print(table((reported - begun) / 1e9));
            }
        }
    }

    private void one(Subject subject, Count count) throws IOException {
        byte[] input = subject.input(count.real, mutator);
        Path file = inside.resolve("input" + subject.ending());
        Files.write(file, input);
        long begun = System.nanoTime();
        long allocated = MEMORY.getCurrentThreadAllocatedBytes();
        String answer = "read";
        try {
            subject.parser().parse(file);
            count.read++;
        } catch (BadInput | RefusedException sentence) {
            count.refused++;
            answer = String.valueOf(sentence.getMessage());
        } catch (Throwable uncaught) {
            count.refused++;
            answer = uncaught.toString();
            found(
                    subject,
                    count,
                    input,
                    uncaught.getClass().getName() + " " + place(uncaught),
                    uncaught);
        }
        long took = System.nanoTime() - begun;
        long memory = MEMORY.getCurrentThreadAllocatedBytes() - allocated;
        count.longest = Math.max(count.longest, took / 1e9);
        count.most = Math.max(count.most, memory);
        if (answer.length() > LONGEST_SENTENCE) {
            found(subject, count, input, "a sentence of more than 4000 characters", null);
        }
        if (took / 1e9 > LONGEST_SECONDS) {
            found(subject, count, input, "it takes more than 20 s", null);
        }
        if (count.answers.size() < MOST_ANSWERS && count.answers.add(shape(answer))) {
            subject.learn(input);
        }
    }

    /** An answer without its numbers and quotations. */
    private static String shape(String answer) {
        String start = answer.substring(0, Math.min(answer.length(), 300));
        return start.replaceAll(
                "(?s)'[^']*'|= .*, but|--budget .*, but|[-+]?[0-9][0-9.eE+-]*", "#");
    }

    private static String place(Throwable uncaught) {
        for (StackTraceElement each : uncaught.getStackTrace()) {
            if (each.getClassName().startsWith("sporeloop.")) {
                return "at " + each;
            }
        }
        return "";
    }

    private void found(Subject subject, Count count, byte[] input, String what, Throwable cause)
            throws IOException {
        if (count.findings.add(what)) {
            String name = subject.name().replace(' ', '-') + "-" + count.findings.size();
            Files.write(kept.resolve(name + subject.ending()), input);
            log.println("FOUND " + subject.name() + ": " + what + ", kept in " + kept + "/" + name);
            if (cause != null) {
                cause.printStackTrace(log);
            }
        }
    }

    /** Nothing may lie beside the inputs that did not before. */
    private void lookAround(Subject subject, Count count) throws IOException {
        Set<String> strange = around();
        strange.removeAll(there);
        if (!strange.isEmpty()) {
            found(subject, count, new byte[0], "files were written beside: " + strange, null);
            there.addAll(strange);
        }
    }

    private Set<String> around() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path folder :
                new Path[] {inside.getParent(), inside.getParent().getParent(), Path.of("")}) {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> names.add(file.toString()));
            }
        }
        return names;
    }

    /** What was found, by subject; empty if nothing was. */
    Map<String, Set<String>> findings() {
        Map<String, Set<String>> findings = new LinkedHashMap<>();
        counts.forEach(
                (subject, count) -> {
                    if (!count.findings.isEmpty()) {
                        findings.put(subject.name(), count.findings);
                    }
                });
        return findings;
    }

    /** A row a parser. */
    private String table(double seconds) {
        StringBuilder rows = new StringBuilder();
        rows.append(
                "parser,inputs,read,refused,different_answers,mean_cpu_us,longest_ms,most_allocated_kb,findings\n");
        Count all = new Count(0);
        for (Map.Entry<Subject, Count> each : counts.entrySet()) {
            Count count = each.getValue();
            rows.append(
                    row(each.getKey().name(), count, count.answers.size(), count.findings.size()));
            all.read += count.read;
            all.refused += count.refused;
            all.nanoseconds += count.nanoseconds;
            all.longest = Math.max(all.longest, count.longest);
            all.most = Math.max(all.most, count.most);
        }
        int answers = counts.values().stream().mapToInt(count -> count.answers.size()).sum();
        rows.append(row("all", all, answers, findings().size()));
        return rows + String.format(Locale.ROOT, "in %.0f s of wall time%n", seconds);
    }

    private static String row(String name, Count count, int answers, int findings) {
        long inputs = count.read + count.refused;
        return String.format(
                Locale.ROOT,
                "%s,%d,%d,%d,%d,%.1f,%.1f,%d,%d\n",
                name,
                inputs,
                count.read,
                count.refused,
                answers,
                count.nanoseconds / 1e3 / Math.max(1, inputs),
                1e3 * count.longest,
                count.most / 1000,
                findings);
    }
}
