package sporeloop.scenarios.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sporeloop.scenarios.file.Shipped;

/** Lists the shipped scenarios, a line each. */
@Command(
        name = "list",
        description = {
            "Lists the scenarios that come with the program.",
            "",
            "Train one with: sporeloop train NAME. See its keys with: sporeloop show NAME.",
            ""
        },
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int width = Shipped.names().stream().mapToInt(String::length).max().orElse(0);
        for (String name : Shipped.names()) {
            out.println(name + " ".repeat(width - name.length() + 2) + Shipped.meaning(name));
        }
        return Exit.DONE;
    }
}
