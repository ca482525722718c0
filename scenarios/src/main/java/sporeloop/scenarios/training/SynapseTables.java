package sporeloop.scenarios.training;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sporeloop.agents.SporeAgent;
import sporeloop.results.NumberText;
import sporeloop.results.file.SectionFile;
import sporeloop.results.recording.Npy;
import sporeloop.scenarios.file.Scenario;
import sporeloop.spore.network.Telemetry;
import sporeloop.spore.plasticity.PlasticSynapses;

/**
 * The plastic synapses that a run left, as tables: a row a synapse, its two neurons, θ, w, e and g.
 * e and g are those of the moment at which the agent was saved.
 */
public final class SynapseTables {
    private static final String HEADER = "pre,post,theta,weight,eligibility,gradient\n";
    private static final int COLUMNS = 6;

    private final Telemetry telemetry;

    /**
     * The synapses of an agent.
     *
     * @param scenario that the agent was trained in
     * @param agent the {@code agent.bin} of its run
     * @throws IOException in one sentence, if the file can't be used or is not of this scenario
     */
    public SynapseTables(Scenario scenario, Path agent) throws IOException {
        SectionFile state = SectionFile.read(agent, "agent", 1);
        LoopParts parts = new Wiring(scenario).trained(state, true);
        if (!(parts.brain() instanceof SporeAgent spore)) {
            throw new IllegalStateException("the agent has no synapses");
        }
        spore.network().settle();
        telemetry = spore.network().telemetry();
    }

    /** Writes {@code synapses.PROJECTION.csv} for each plastic projection; returns the files. */
    public List<Path> csv(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String projection : telemetry.plasticProjections()) {
            Path file = folder.resolve("synapses." + projection + ".csv");
            PlasticSynapses synapses = telemetry.synapses(projection);
            int[] pres = telemetry.pres(projection);
            int[] posts = telemetry.posts(projection);
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write(HEADER);
                for (int k = 0; k < pres.length; k++) {
                    out.write(pres[k] + "," + posts[k] + ",");
                    out.write(NumberText.of(synapses.theta(k)) + ",");
                    out.write(NumberText.of(synapses.weight(k)) + ",");
                    out.write(NumberText.of(synapses.eligibility(k)) + ",");
                    out.write(NumberText.of(synapses.gradient(k)) + "\n");
                }
            }
            files.add(file);
        }
        return files;
    }

    /** The same as arrays {@code [synapses][6]}, {@code synapses.PROJECTION.npy}. */
    public List<Path> npy(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String projection : telemetry.plasticProjections()) {
            Path file = folder.resolve("synapses." + projection + ".npy");
            PlasticSynapses synapses = telemetry.synapses(projection);
            int[] pres = telemetry.pres(projection);
            int[] posts = telemetry.posts(projection);
            try (Npy out = new Npy(file, COLUMNS)) {
                for (int k = 0; k < pres.length; k++) {
                    out.append(pres[k]);
                    out.append(posts[k]);
                    out.append(synapses.theta(k));
                    out.append(synapses.weight(k));
                    out.append(synapses.eligibility(k));
                    out.append(synapses.gradient(k));
                }
            }
            files.add(file);
        }
        return files;
    }
}
