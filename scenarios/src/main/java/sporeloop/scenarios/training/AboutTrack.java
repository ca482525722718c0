package sporeloop.scenarios.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sporeloop.bridge.Encoder;
import sporeloop.bridge.Exchange;
import sporeloop.environments.Metric;
import sporeloop.environments.Scene;
import sporeloop.environments.Spec;
import sporeloop.results.recording.Reel;
import sporeloop.results.recording.Stream;
import sporeloop.scenarios.file.Scenario;
import sporeloop.spore.network.Projection;

/**
 * What a recording says of itself, so that it can be drawn without its scenario: a stream without
 * records, whose channels are named {@code key=value}; see {@code docs/formats.md}.
 */
record AboutTrack(Stream stream) implements Track {
    /**
     * Of a loop of a scenario.
     *
     * @param agent who acts: {@code learning}, {@code oracle}, …
     * @param encoders by source, as in the loop
     * @param takes what hands can do to it, in the window's words; empty: nothing
     */
    static AboutTrack of(
            Scenario scenario,
            LoopParts parts,
            String agent,
            Map<String, Encoder> encoders,
            double synapseIntervalSeconds,
            String takes) {
        Spec spec = parts.body().spec();
        List<String> said = new ArrayList<>();
        said.add("scenario=" + scenario.name());
        said.add("task=" + spec.name());
        said.add("seed=" + scenario.run().seed());
        said.add("agent=" + agent);
        said.add("figure=" + figure(spec, Ledger.of(parts).mainFigure()));
        said.add("row-s=" + scenario.run().reportInterval());
        said.add("synapse-interval-s=" + synapseIntervalSeconds);
        if (!takes.isEmpty()) {
            said.add("takes=" + takes);
        }
        Scene scene = new Scene();
        parts.body().environment().draw(scene);
        if (!scene.isToScale()) {
            said.add("to-scale=no");
        }
        if (spec.camera().width() > 0) {
            said.add("camera=" + spec.camera().width() + "x" + spec.camera().height());
        }
        encoders.forEach(
                (name, encoder) ->
                        said.add(
                                "source." + name + "=" + encoder.size() + " " + encoder.columns()));
        scenario.network()
                .projections()
                .forEach((name, projection) -> say(name, projection, scenario, encoders, said));
        return new AboutTrack(Stream.samples("about", "", said));
    }

    private static String figure(Spec spec, String name) {
        String unit =
                spec.metrics().stream()
                        .filter(metric -> metric.name().equals(name))
                        .map(Metric::unit)
                        .findFirst()
                        .orElse("");
        return unit.isEmpty() ? name : name + " [" + unit + "]";
    }

    /** Projections from a source to read-out neurons: their synapses have a picture. */
    private static void say(
            String name,
            Projection projection,
            Scenario scenario,
            Map<String, Encoder> encoders,
            List<String> said) {
        boolean readout =
                scenario.network().readoutPopulations().contains(projection.to())
                        || scenario.network().populations().size() == 1;
        if (!projection.plastic() || !readout) {
            return;
        }
        int first = 0;
        for (Map.Entry<String, Encoder> source : encoders.entrySet()) {
            int size = source.getValue().size();
            if (source.getKey().equals(projection.from())) {
                int posts =
                        Objects.requireNonNull(
                                        scenario.network().populations().get(projection.to()))
                                .size();
                said.add(
                        "projection.%s=%d %d %d %d"
                                .formatted(name, first, size, posts, projection.synapsesPerPair()));
            }
            first += size;
        }
    }

    @Override
    public void record(Exchange exchange, long step, int stream, Reel reel) {
        // All has been said in the names.
    }
}
