package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sporeloop.results.sweep.PointTable;
import sporeloop.scenarios.cluster.ClusterTrials;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.WallTime;
import sporeloop.scenarios.sweep.Shard;
import sporeloop.scenarios.sweep.Sweep;
import sporeloop.scenarios.sweep.SweepFile;
import sporeloop.scenarios.sweep.SweepOptions;
import sporeloop.scenarios.sweep.SweepPlan;
import sporeloop.scenarios.sweep.SweepResult;

/** Runs a sweep and leaves a folder with a directory a trial. */
@Command(
        name = "sweep",
        description = {
            "Runs a scenario with many values of its keys and several seeds, trials beside each other.",
            "Each finished trial is a folder of its own; a sweep that was stopped goes on with --resume.",
            "",
            "Examples:",
            "  sporeloop sweep learning-rate-temperature --dry-run",
            "  sporeloop sweep my.conf --parallel 2 --out runs/my-sweep",
            "  sporeloop sweep my.conf --out runs/my-sweep --resume --json > trials.jsonl",
            ""
        },
        mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {
    private static final long ASK_FROM = 100_000;
    private static final int ON_A_CLUSTER = 64;

    @Parameters(
            paramLabel = "SWEEP",
            description = "Name of a shipped sweep (see: sporeloop list), or a file: my.conf")
    private String sweep = "";

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description =
                    "Trials at once. Unless given: the number of processors, or 64 with --cluster.")
    private @Nullable Integer parallel;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the sweep. Unless given: runs/SWEEP.")
    private @Nullable String out;

    @Option(
            names = "--resume",
            description = "Go on with what is in the folder: finished trials are not run again.")
    private boolean resume;

    @Option(names = "--retry-failed", description = "Try again what failed before.")
    private boolean retryFailed;

    @Option(
            names = "--dry-run",
            description = "Only print the points, their number and the time they will take, about.")
    private boolean dryRun;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Run only the I-th of N parts; the parts may share a folder, or be merged.")
    private @Nullable String shard;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description = "Wall time: no trial begins that would likely end later. 10min, 2h.")
    private @Nullable String budget;

    @Option(
            names = "--slurm",
            paramLabel = "JOBS",
            description = "Only print a script that runs the sweep as that many jobs of Slurm.")
    private @Nullable Integer slurm;

    @Option(
            names = "--cluster",
            description = "Have the trials run by workers: see sporeloop worker.")
    private boolean cluster;

    @Mixin private ClusterArguments member = new ClusterArguments();

    @Option(
            names = "--yes",
            description = "Run a sweep of more than 100,000 points without being asked.")
    private boolean yes;

    @Option(names = "--quiet", description = "Say nothing unless something goes wrong.")
    private boolean quiet;

    @Option(
            names = "--json",
            description = "Print one line of JSON a finished trial on standard output.")
    private boolean json;

    @Mixin private PlugInArguments plugIns = new PlugInArguments();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        SweepPlan plan = SweepFile.load(sweep, plugIns.providers());
        SweepOptions options = options(plan);
        PrintWriter stdout = spec.commandLine().getOut();
        if (dryRun) {
            new DryRun(plan, options.parallel()).print(stdout);
            return Exit.DONE;
        }
        if (slurm != null) {
            if (slurm < 1) {
                throw new BadInput("--slurm " + slurm + ", but must be ≥ 1 jobs.");
            }
            plan.check();
            stdout.print(
                    new SlurmScript(plan.name(), sweep, options.out(), slurm, options.parallel()));
            return Exit.DONE;
        }
        if (plan.trials() > ASK_FROM && !yes) {
            throw new BadInput(
                    "%s has %,d trials. If you mean that, add --yes."
                            .formatted(plan.name(), plan.trials()));
        }
        plan.check();
        PrintWriter err = spec.commandLine().getErr();
        SweepProgress progress =
                new SweepProgress(
                        quiet ? null : err,
                        quiet ? Terminal.none() : Terminal.ofStandardError(),
                        stdout,
                        json,
                        options.parallel());
        SweepResult result = run(plan, options, progress);
        progress.close();
        if (!quiet) {
            progress.table(PointTable.read(options.out()), result, options.out());
        }
        if (!result.message().isEmpty()) {
            err.println(result.message());
        }
        return code(result);
    }

    private SweepResult run(SweepPlan plan, SweepOptions options, SweepProgress progress)
            throws IOException {
        if (!cluster) {
            return new Sweep(plan, options, plugIns.providers()).run(progress);
        }
        String fingerprint = plugIns.providers().fingerprint();
        try (ClusterTrials trials =
                new ClusterTrials(
                        member.address(ClusterArguments.SWEEPER), fingerprint, progress::workers)) {
            if (!quiet) {
                String words = "Workers join with: sporeloop worker --join " + trials.address();
                spec.commandLine().getErr().println(words);
            }
            return new Sweep(plan, options, trials).run(progress);
        }
    }

    private static int code(SweepResult result) {
        return switch (result.end()) {
            case DONE -> result.failed() > 0 ? Exit.FAILED : Exit.DONE;
            case OUT_OF_TIME -> Exit.DONE;
            case INTERRUPTED, STOPPED -> Exit.FAILED;
        };
    }

    private SweepOptions options(SweepPlan plan) {
        int processors = Runtime.getRuntime().availableProcessors();
        int trials = parallel != null ? parallel : cluster ? ON_A_CLUSTER : processors;
        if (trials < 1) {
            throw new BadInput("--parallel " + trials + ", but must be ≥ 1.");
        }
        return new SweepOptions(
                folder(plan),
                trials,
                resume,
                retryFailed,
                shard(),
                budget(),
                spec.root().commandLine().getParseResult().originalArgs());
    }

    private Path folder(SweepPlan plan) {
        if (out == null) {
            return Path.of("runs", plan.name());
        }
        if (out.isBlank()) {
            throw new BadInput("--out names no folder. Write --out DIR, or leave it away.");
        }
        try {
            return Path.of(out);
        } catch (InvalidPathException e) {
            throw new BadInput("--out " + out + ", but that is no name of a folder.");
        }
    }

    private Shard shard() {
        if (shard == null) {
            return Shard.WHOLE;
        }
        String[] parts = shard.split("/", -1);
        try {
            if (parts.length == 2) {
                return new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            // Complained of below.
        }
        throw new BadInput("--shard " + shard + ", but must be I/N, like 2/4: 1 ≤ I ≤ N.");
    }

    private @Nullable Duration budget() {
        return budget == null ? null : WallTime.parse("--budget", budget);
    }
}
