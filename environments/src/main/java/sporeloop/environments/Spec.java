package sporeloop.environments;

import java.util.List;

/**
 * What an environment takes and gives: shapes, units, ranges.
 *
 * @param name name of the task
 * @param version raised whenever a change moves results
 * @param observation channels of {@link Sensation#observation}, in order
 * @param command channels of the command, in order
 * @param camera size of the event camera; {@link Camera#NONE} if it has none
 * @param tallies names of the running sums that metrics are made from, in order
 * @param metrics what to report, the task's main figure first
 */
public record Spec(
        String name,
        int version,
        List<Channel> observation,
        List<Channel> command,
        Camera camera,
        List<String> tallies,
        List<Metric> metrics) {
    /**
     * Size of an event camera.
     *
     * @param width pixels in a row
     * @param height rows
     */
    public record Camera(int width, int height) {
        /** No camera. */
        public static final Camera NONE = new Camera(0, 0);
    }

    public Spec {
        observation = List.copyOf(observation);
        command = List.copyOf(command);
        tallies = List.copyOf(tallies);
        metrics = List.copyOf(metrics);
    }
}
