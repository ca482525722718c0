package sporeloop.bridge;

/**
 * Running sums of a loop at one boundary; what a window gained is the difference of two readings.
 *
 * @param intervals exchange intervals done
 * @param rewardSum sum of their rewards
 * @param motorSpikes spikes of all read-out neurons
 * @param tallies the environment's running sums
 * @param telemetry what the brain says of itself now
 */
public record Reading(
        long intervals, double rewardSum, long motorSpikes, double[] tallies, double[] telemetry) {
    /** Reads a loop. */
    public static Reading of(Exchange exchange, Body body, Brain brain) {
        double[] tallies = new double[body.spec().tallies().size()];
        body.tallies(tallies);
        double[] telemetry = new double[brain.telemetry().size()];
        brain.telemetry(telemetry);
        return new Reading(
                exchange.interval(),
                exchange.rewardSum(),
                exchange.motorSpikes(),
                tallies,
                telemetry);
    }
}
