package sporeloop.scenarios.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sporeloop.scenarios.file.Providers;

/** The user's jars that a command is to know. */
final class PlugInArguments {
    @Option(
            names = "--plugin",
            paramLabel = "JAR",
            description =
                    "A jar with environments, encoders, decoders or scenarios of your own, besides"
                            + " those in the folder plugins. May be repeated.")
    private List<String> jars = new ArrayList<>();

    private @Nullable Providers providers;

    /** What scenarios can name; always the same object. */
    Providers providers() {
        Providers known = providers;
        if (known == null) {
            known = Providers.with(jars);
            providers = known;
        }
        return known;
    }
}
