package sporeloop.scenarios.file;

import java.util.List;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/** The block {@code recording} of a scenario: what is kept of a run besides its rows. */
public record RecordingParameters(
        @Parameter(
                        value = "whether the run leaves recording.spr; train --record says yes",
                        standard = "false")
                boolean on,
        @Parameter(
                        value =
                                "what is in it: sensory and motor (spikes), events, command,"
                                        + " observation, reward, scene, theta, weight, eligibility,"
                                        + " gradient",
                        standard =
                                "[sensory, motor, events, command, observation, reward, scene, theta]")
                List<Recorded> what,
        @Parameter(
                        value = "time between two samples of the scene",
                        unit = Unit.MS,
                        standard = "100 ms",
                        range = "(0, ∞)")
                double sceneInterval,
        @Parameter(
                        value = "time between two samples of theta, weight, eligibility, gradient",
                        unit = Unit.S,
                        standard = "1 min",
                        range = "(0, ∞)")
                double synapseInterval) {
    public RecordingParameters {
        Ranges.check(RecordingParameters.class, on, what, sceneInterval, synapseInterval);
        what = List.copyOf(what);
    }
}
