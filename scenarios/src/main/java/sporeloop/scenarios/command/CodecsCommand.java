package sporeloop.scenarios.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sporeloop.parameters.Provider;
import sporeloop.results.file.AtomicFile;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.picture.CodecFigures;

/** Draws what each encoder and decoder does, and a page of the figures. */
@Command(
        name = "codecs",
        description = {
            "Draws what each encoder and decoder does, with its defaults: tuning curves and spikes, or",
            "commands over the direction of the activity and over time. Writes FOLDER/KIND.svg and .png,",
            "and a page, FOLDER/README.md."
        },
        mixinStandardHelpOptions = true)
final class CodecsCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where to write. Default: ${DEFAULT-VALUE}")
    private Path out = Path.of("codecs");

    @Mixin private PlugInArguments plugIns = new PlugInArguments();

    @Override
    public Integer call() throws IOException {
        Providers providers = plugIns.providers();
        Files.createDirectories(out);
        StringBuilder page =
                new StringBuilder("# Encoders and decoders\n\nMade by `sporeloop codecs`.\n");
        List<Provider<?>> all = new ArrayList<>(providers.encoders());
        all.addAll(providers.decoders());
        for (Provider<?> codec : all) {
            CodecFigures.of(codec).write(out.resolve(codec.name() + ".svg"));
            page.append("\n![").append(codec.name()).append(": ").append(codec.meaning());
            page.append("](").append(codec.name()).append(".png)\n");
        }
        AtomicFile.write(out.resolve("README.md"), page.toString());
        return Exit.DONE;
    }
}
