package sporeloop.scenarios.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sporeloop.scenarios.cluster.ClusterAddress;
import sporeloop.scenarios.cluster.ClusterWorker;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.sweep.LocalTrials;

/** Runs trials of a sweep that another process, here or elsewhere, hands out. */
@Command(
        name = "worker",
        description = {
            "Runs trials for a sweep with --cluster until that ends; workers may come and go.",
            "",
            "Examples:",
            "  sporeloop sweep my.conf --cluster                  in one shell",
            "  sporeloop worker --join 127.0.0.1:2551             in others",
            ""
        },
        mixinStandardHelpOptions = true)
final class WorkerCommand implements Callable<Integer> {
    @Option(
            names = "--join",
            required = true,
            paramLabel = "HOST:PORT",
            description = "Where the sweep listens; it says so when it begins.")
    private String join = "";

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "Trials at once. Unless given: the number of processors.")
    private int parallel = Runtime.getRuntime().availableProcessors();

    @Option(names = "--quiet", description = "Say nothing unless something goes wrong.")
    private boolean quiet;

    @Mixin private ClusterArguments member = new ClusterArguments();

    @Mixin private PlugInArguments plugIns = new PlugInArguments();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (parallel < 1) {
            throw new BadInput("--parallel " + parallel + ", but must be ≥ 1.");
        }
        ClusterAddress own = member.address(ClusterArguments.WORKER);
        ClusterAddress sweeper = member.parse("--join", join);
        Providers providers = plugIns.providers();
        LocalTrials trials =
                new LocalTrials(
                        providers, spec.root().commandLine().getParseResult().originalArgs());
        PrintWriter err = spec.commandLine().getErr();
        while (true) {
            try (ClusterWorker worker =
                    new ClusterWorker(own, sweeper, providers.fingerprint(), parallel, trials)) {
                if (!quiet) {
                    err.println(worker.address() + " works for " + join + ". Ctrl-C ends it.");
                    err.flush();
                }
                String end = worker.await();
                if (end.isEmpty()) {
                    return Exit.DONE;
                }
                if (!worker.isLost()) {
                    err.println(end);
                    return Exit.FAILED;
                }
            }
        }
    }
}
