package sporeloop.bridge;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import sporeloop.environments.Channel;

/** Commands on their way: a ring with one place for each interval of latency. */
final class CommandDelay {
    private final double[][] commands;

    /** At first all commands are at rest: 0, or the nearest to it that the channel allows. */
    CommandDelay(int latency, List<Channel> channels) {
        commands = new double[latency][channels.size()];
        for (double[] command : commands) {
            for (int i = 0; i < command.length; i++) {
                Channel channel = channels.get(i);
                command[i] = Math.min(channel.max(), Math.max(channel.min(), 0));
            }
        }
    }

    /** The command that acts in interval {@code k}; {@code k − latency} left it. */
    double[] at(long k) {
        return commands[(int) Math.floorMod(k, (long) commands.length)];
    }

    void save(DataOutput out) throws IOException {
        for (double[] command : commands) {
            for (double value : command) {
                out.writeDouble(value);
            }
        }
    }

    void restore(DataInput in) throws IOException {
        for (double[] command : commands) {
            for (int i = 0; i < command.length; i++) {
                command[i] = in.readDouble();
            }
        }
    }
}
