package sporeloop.spore.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sporeloop.parameters.Parameter;
import sporeloop.spore.neuron.Population;

/** A network as data: what a scenario's block {@code network} is bound to. */
public record NetworkParameters(
        @Parameter("populations of neurons, by name") Map<String, Population> populations,
        @Parameter("projections, by name") Map<String, Projection> projections,
        @Parameter("populations whose spikes leave the network, separated by blanks")
                String readout) {

    /** Takes copies that keep the order. */
    public NetworkParameters {
        populations = Collections.unmodifiableMap(new LinkedHashMap<>(populations));
        projections = Collections.unmodifiableMap(new LinkedHashMap<>(projections));
    }

    /** The names in {@link #readout}, in order. */
    public List<String> readoutPopulations() {
        return readout.isBlank() ? List.of() : List.of(readout.strip().split("[\\s,]+"));
    }
}
