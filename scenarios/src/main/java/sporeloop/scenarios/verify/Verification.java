package sporeloop.scenarios.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import sporeloop.scenarios.file.BadInput;

/** Replays recorded cases through the production engine. */
public final class Verification {
    private Verification() {}

    /**
     * The cases that {@code paths} name: JSON files, or all of a folder's, by name.
     *
     * @throws BadInput if a path is neither, or a folder holds no case
     */
    public static List<Path> cases(List<Path> paths) {
        List<Path> cases = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                cases.add(path);
                continue;
            }
            try (Stream<Path> files = Files.list(path)) {
                List<Path> found =
                        files.filter(file -> file.getFileName().toString().endsWith(".json"))
                                .sorted()
                                .toList();
                if (found.isEmpty()) {
                    throw new BadInput(path + ": holds no case (NAME.json).");
                }
                cases.addAll(found);
            } catch (IOException e) {
                throw new BadInput(path + ": can't be read: " + CaseTable.reason(e) + ".");
            }
        }
        return cases;
    }

    /**
     * Replays one case in each way that its kind allows. Keys of the case that say nothing to its
     * kind are named in the findings.
     *
     * @param reference whether the per-step reference is to replay it too
     * @throws BadInput if it is no such case
     */
    public static List<Finding> verify(Path path, boolean reference) {
        CaseFile file = CaseFile.read(path);
        List<Finding> findings =
                switch (file.kind()) {
                    case "synapse" -> new SynapseReplay(file).replay(reference);
                    case "neuron" -> new NeuronReplay(file).replay(reference);
                    case "closed-loop" -> new ClosedLoopReplay(file).replay(reference);
                    case "distribution" -> new DistributionReplay(file).replay(reference);
                    default ->
                            throw new BadInput(
                                    path
                                            + ": kind = "
                                            + file.kind()
                                            + ", but must be synapse, neuron, closed-loop or"
                                            + " distribution.");
                };
        Set<String> strange = file.keys().strange(file.fields());
        return strange.isEmpty()
                ? findings
                : findings.stream().map(finding -> finding.but("left out: " + strange)).toList();
    }
}
