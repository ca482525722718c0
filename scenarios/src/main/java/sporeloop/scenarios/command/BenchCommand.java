package sporeloop.scenarios.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures how fast this machine runs the program's parts. */
@Command(
        name = "bench",
        description = "Measures how fast the parts of the program run on this machine.",
        subcommands = {
            BenchCheckpointCommand.class,
            BenchLoopCommand.class,
            BenchEnvironmentsCommand.class,
            BenchPlasticityCommand.class,
            BenchSweepCommand.class,
            BenchClusterCommand.class,
            BenchViewerCommand.class
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
