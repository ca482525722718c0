package sporeloop.scenarios.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.verify.Finding;
import sporeloop.scenarios.verify.Verification;

/** Replays recorded cases through the engine and says by how much the two differ. */
@Command(
        name = "verify",
        description = {
            "Replays recorded traces through the engine and compares every value.",
            "",
            "A case is one NAME.json with its tables beside it; its format is described in"
                    + " spore/src/test/resources/golden/README.md. Each is replayed in stretches of 1"
                    + " step, of 7 steps and of the whole update interval. Two values agree if they"
                    + " differ by at most 1e-9 of the recorded one (or of 1e-3, if that is larger);"
                    + " two samples, if by no more than chance brings about once in 100,000 times.",
            "",
            "  sporeloop verify spore/src/test/resources/golden    the original software's traces",
            ""
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "DIR|CASE.json",
            description = "cases, or folders with cases")
    private List<Path> paths = List.of();

    @Option(
            names = "--reference",
            description =
                    "Let the per-step reference replay each case too: the rule once more, one"
                            + " synapse and one step after the other.")
    private boolean reference;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int failed = 0;
        int unreadable = 0;
        List<Path> cases = Verification.cases(paths);
        for (Path path : cases) {
            try {
                for (Finding finding : Verification.verify(path, reference)) {
                    out.printf(
                            "%s  %s, %s: %s%n",
                            finding.passed() ? "pass" : "FAIL",
                            finding.name(),
                            finding.way(),
                            finding.detail());
                    failed += finding.passed() ? 0 : 1;
                }
            } catch (BadInput e) {
                // One bad case must not hide what the others show.
                spec.commandLine().getErr().println(e.getMessage());
                unreadable++;
            }
            out.flush();
        }
        out.printf(
                "%d %s: %s%n",
                cases.size(),
                cases.size() == 1 ? "case" : "cases",
                failed + unreadable == 0
                        ? "all agree."
                        : failed
                                + " replays disagree, "
                                + unreadable
                                + " cases can't be replayed.");
        return unreadable > 0 ? Exit.BAD_INPUT : failed > 0 ? Exit.FAILED : Exit.DONE;
    }
}
