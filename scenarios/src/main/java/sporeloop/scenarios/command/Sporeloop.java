package sporeloop.scenarios.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import sporeloop.results.RefusedException;
import sporeloop.results.file.Compression;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.NearMiss;

/** The program {@code sporeloop}: finds the command, runs it, turns what went wrong into a sentence. */
@Command(
        name = "sporeloop",
        description = {
            "Trains spiking networks to steer simulated robots, online, by reward.",
            "",
            "First steps:",
            "  sporeloop train reaching     a ball learns to roll to its goal, in about ten seconds",
            "  sporeloop list               all scenarios",
            "  sporeloop show reaching      every key of one, with its default",
            ""
        },
        subcommands = {
            TrainCommand.class,
            ResumeCommand.class,
            ListCommand.class,
            ShowCommand.class,
            EvaluateCommand.class,
            BaselinesCommand.class,
            WatchCommand.class,
            RenderCommand.class,
            PictureCommand.class,
            CodecsCommand.class,
            ExportCommand.class,
            VerifyCommand.class,
            SweepCommand.class,
            WorkerCommand.class,
            ReportCommand.class,
            ReproduceCommand.class,
            MergeCommand.class,
            JshellCommand.class,
            BenchCommand.class,
            SoakCommand.class,
            DoctorCommand.class,
            WarmUpCommand.class,
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed while running",
            "2:bad input, nothing was started",
            "130:ended by Ctrl-C, what was reached is saved; twice: at once",
            "143:ended by SIGTERM, likewise"
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n")
public final class Sporeloop implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        Interrupts.install();
        int code = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs one command in this process; returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        try {
            return commandLine(out, err).execute(arguments);
        } catch (LinkageError e) {
            err.println(shown(String.valueOf(Compression.refused("native", e).getMessage())));
            return Exit.FAILED;
        } catch (OutOfMemoryError e) {
            err.println(
                    "The run failed: it takes more memory than the "
                            + Runtime.getRuntime().maxMemory() / 1_000_000
                            + " MB that Java may use. Make the network smaller, or set"
                            + " SPORELOOP_JAVA_OPTIONS=-Xmx8g.");
            return Exit.FAILED;
        }
    }

    private static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Sporeloop())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler((e, args) -> misused(e, err))
                .setExecutionExceptionHandler((e, commandLine, result) -> failed(e, err));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int misused(ParameterException e, PrintWriter err) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            message = unknown(unmatched.getUnmatched().get(0), e.getCommandLine());
        }
        String help = e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        err.println(shown(sentence(message) + " See " + help + "."));
        return Exit.BAD_INPUT;
    }

    private static String unknown(String argument, CommandLine at) {
        boolean option = argument.startsWith("-");
        List<String> known =
                option
                        ? List.copyOf(at.getCommandSpec().optionsMap().keySet())
                        : List.copyOf(at.getSubcommands().keySet());
        List<String> near = NearMiss.of(argument, known);
        return (option
                        ? "Unknown option "
                        : known.isEmpty() ? "Unexpected argument " : "Unknown command ")
                + argument
                + (near.isEmpty() ? "." : ". Did you mean " + String.join(" or ", near) + "?");
    }

    private static int failed(Exception e, PrintWriter err) {
        if (e instanceof BadInput || e instanceof RefusedException) {
            err.println(shown(String.valueOf(e.getMessage())));
            return Exit.BAD_INPUT;
        }
        err.println(shown(sentence("The run failed: " + words(e))));
        if (System.getenv("SPORELOOP_DEBUG") != null) {
            e.printStackTrace(err);
        }
        return Exit.FAILED;
    }

    private static String words(Exception e) {
        Throwable beneath = e instanceof UncheckedIOException ? e.getCause() : e;
        if (beneath instanceof FileSystemException failure) {
            return failure.getFile() + ": " + RefusedException.why(failure);
        }
        return beneath instanceof IOException failure
                ? RefusedException.why(failure)
                : e.toString();
    }

    /** One line without control characters: what stands in a file must not steer the terminal. */
    private static String shown(String message) {
        StringBuilder line = new StringBuilder();
        message.codePoints()
                .forEach(
                        c -> {
                            if (Character.isISOControl(c)
                                    || Character.getType(c) == Character.FORMAT) {
                                line.append("\\u%04x".formatted(c));
                            } else {
                                line.appendCodePoint(c);
                            }
                        });
        return line.toString();
    }

    private static String sentence(String message) {
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8),
                true);
    }
}
