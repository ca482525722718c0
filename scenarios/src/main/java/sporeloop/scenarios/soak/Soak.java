package sporeloop.scenarios.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sporeloop.bridge.Grid;
import sporeloop.scenarios.file.ScenarioFile;

/**
 * Runs, again and again, a shipped scenario drawn at random twice: once undisturbed, once killed and
 * resumed until it is over; and compares what the two leave, byte for byte.
 *
 * <p>A cycle is one piece that was begun and did not come to its end. In every cycle the complete rows
 * that the killed run left must be rows of the undisturbed one. The first difference ends the soak, and
 * both directories stay.
 */
public final class Soak {
    private static final Pattern FACTOR = Pattern.compile("\"real_time_factor\" : ([0-9.eE+-]+)");
    private static final double LOOP_SECONDS = 5;
    private static final double GUESSED_FACTOR = 15;
    private static final double LONGEST_DELAY = 1.6;
    private static final double EARLY = 0.15;
    private static final double OTHER_COMPILER = 0.7;
    private static final double PATIENCE = 600;
    private static final int CYCLES_OF_A_CASE = 40;

    /** Cycles that a case has at most once all its rows are written. */
    private static final int CYCLES_AT_THE_END = 4;

    /**
     * What a soak came to.
     *
     * @param cases runs compared
     * @param cycles pieces that were ended before their end
     * @param kills those by kill −9
     * @param bytes compared
     * @param failure the first thing that was not as it must be; empty if all was
     */
    public record Result(int cases, int cycles, int kills, long bytes, String failure) {}

    private final List<String> scenarios;
    private final Path folder;
    private final SplittableRandom random;
    private final Consumer<String> log;
    private final Map<String, Double> factors = new HashMap<>();

    private int cases;
    private int cycles;
    private int kills;
    private long bytes;

    /**
     * A soak that has yet to run.
     *
     * @param scenarios to draw from
     * @param folder for the runs, which are removed once they have been compared
     * @param log gets a line a case
     */
    public Soak(List<String> scenarios, Path folder, long seed, Consumer<String> log) {
        this.scenarios = List.copyOf(scenarios);
        this.folder = folder;
        this.log = log;
        random = new SplittableRandom(seed);
    }

    /** Goes on until so many cycles are done and so much wall time is over, or something differs. */
    public Result run(int atLeastCycles, double atLeastSeconds)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        String failure = "";
        while (failure.isEmpty()
                && (cycles < atLeastCycles || (System.nanoTime() - begun) / 1e9 < atLeastSeconds)) {
            String scenario = scenarios.get(cases % scenarios.size());
            int before = cycles;
            SoakCase drawn = draw(scenario);
            failure = disturb(drawn);
            cases++;
            log.accept(
                    String.format(
                            Locale.ROOT,
                            "%7.0f s  case %d: %s: %d cycles, %s; %d cycles in all, %d by kill -9,"
                                    + " %.1f MB compared",
                            (System.nanoTime() - begun) / 1e9,
                            cases,
                            drawn.describe(),
                            cycles - before,
                            failure.isEmpty() ? "all bytes the same" : failure,
                            cycles,
                            kills,
                            bytes / 1e6));
        }
        return new Result(cases, cycles, kills, bytes, failure);
    }

    private SoakCase draw(String scenario) {
        Grid grid = ScenarioFile.load(scenario).scenario().grid();
        double seconds = LOOP_SECONDS * factors.getOrDefault(scenario, GUESSED_FACTOR);
        return SoakCase.draw(scenario, grid, seconds, random);
    }

    private String disturb(SoakCase drawn) throws IOException, InterruptedException {
        Path reference = folder.resolve("reference");
        Path run = folder.resolve("disturbed");
        delete(reference);
        delete(run);
        try (Child child = new Child(List.of(), drawn.train(reference.toString()))) {
            if (!child.awaitEnd(PATIENCE) || child.code() != 0) {
                return "the undisturbed run failed: " + child.lastWords();
            }
        }
        Matcher factor = FACTOR.matcher(Files.readString(reference.resolve("summary.json")));
        if (factor.find()) {
            factors.put(drawn.scenario(), Double.parseDouble(factor.group(1)));
        }
        String failure = piecewise(drawn, reference, run);
        if (!failure.isEmpty()) {
            return failure + " (kept: " + reference + ", " + run + ")";
        }
        Comparison comparison = new Comparison(reference, run);
        bytes += comparison.bytes();
        List<String> differences = comparison.differences();
        return differences.isEmpty()
                ? ""
                : String.join("; ", differences) + " (kept: " + reference + ", " + run + ")";
    }

    /** Runs a case in pieces; says what was not as it must be. */
    private String piecewise(SoakCase drawn, Path reference, Path run)
            throws IOException, InterruptedException {
        boolean spoilt = false;
        long rows = Files.size(reference.resolve("progress.csv"));
        int atTheEnd = 0;
        for (int piece = 0; ; piece++) {
            boolean last = piece >= CYCLES_OF_A_CASE || atTheEnd >= CYCLES_AT_THE_END;
            Fault fault = last ? Fault.NONE : Fault.draw(random);
            try (Child child = new Child(compiler(), words(drawn, run))) {
                if (last ? child.awaitEnd(PATIENCE) : isOver(child, fault)) {
                    return child.code() == 0 ? "" : "a piece failed: " + child.lastWords();
                }
                if (last) {
                    return "a piece did not come to its end: " + child.lastWords();
                }
                String failure = end(child, fault);
                if (!failure.isEmpty()) {
                    return failure;
                }
            }
            cycles++;
            atTheEnd += size(run.resolve("progress.csv")) >= rows ? 1 : 0;
            String strange =
                    fault.asks()
                            ? ""
                            : Comparison.strangeRows(
                                    reference.resolve("progress.csv"), run.resolve("progress.csv"));
            if (!strange.isEmpty() && !spoilt) {
                return strange;
            }
            // A run that is asked to end writes a row of its own; a resumed one takes both away.
            spoilt = fault.asks() || fault.spoilsRows() || !strange.isEmpty();
            fault.befall(run, random);
        }
    }

    /** Most pieces run as Java's first compiler makes them: the bytes must not depend on it. */
    private List<String> compiler() {
        return random.nextDouble() < OTHER_COMPILER
                ? List.of("-XX:TieredStopAtLevel=1")
                : List.of();
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private List<String> words(SoakCase drawn, Path run) throws IOException {
        if (Files.exists(run.resolve("manifest.json"))) {
            String threads = Integer.toString(random.nextInt(1, 3));
            return List.of("resume", run.toString(), "--threads", threads);
        }
        delete(run); // killed before it was a run
        return drawn.train(run.toString());
    }

    /** Waits for a random moment, in the start of the program or in the run; says whether it is over. */
    private boolean isOver(Child child, Fault fault) throws IOException, InterruptedException {
        if (random.nextDouble() < EARLY) {
            return child.awaitEnd(random.nextDouble());
        }
        child.awaitBeginning(PATIENCE);
        if (child.awaitEnd(random.nextDouble() * LONGEST_DELAY)) {
            return true;
        }
        if (fault == Fault.SUSPENDED) {
            child.signal("STOP");
            Thread.sleep(1000);
            child.signal("CONT");
            return child.awaitEnd(random.nextDouble());
        }
        return false;
    }

    private String end(Child child, Fault fault) throws IOException, InterruptedException {
        if (!fault.asks()) {
            child.kill();
            kills++;
            return "";
        }
        child.signal(fault == Fault.TERMINATED ? "TERM" : "INT");
        if (!child.awaitEnd(PATIENCE)) {
            return "a piece did not heed a signal: " + child.lastWords();
        }
        int wanted = fault == Fault.TERMINATED ? 143 : 130;
        return child.code() == wanted || child.code() == 0
                ? ""
                : "a piece that was asked to end did with "
                        + child.code()
                        + ": "
                        + child.lastWords();
    }

    /** Removes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
