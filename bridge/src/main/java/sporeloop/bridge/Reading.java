package sporeloop.bridge;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

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

    /** Writes the sums. */
    public void save(DataOutput out) throws IOException {
        out.writeLong(intervals);
        out.writeDouble(rewardSum);
        out.writeLong(motorSpikes);
        write(tallies, out);
        write(telemetry, out);
    }

    /** The reading that {@link #save} wrote. */
    public static Reading restored(DataInput in) throws IOException {
        return new Reading(in.readLong(), in.readDouble(), in.readLong(), read(in), read(in));
    }

    private static void write(double[] values, DataOutput out) throws IOException {
        out.writeShort(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] read(DataInput in) throws IOException {
        double[] values = new double[in.readUnsignedShort()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
