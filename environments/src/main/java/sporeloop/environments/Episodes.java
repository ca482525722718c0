package sporeloop.environments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** An environment under a kind of commands, with its resets, as the loop would run it. */
final class Episodes {
    /** What commands an environment is put under. */
    enum Commands {
        RANDOM("random"),
        SWITCHING("switching extreme"),
        HOSTILE("hostile"),
        ORACLE("the oracle's");

        final String words;

        Commands(String words) {
            this.words = words;
        }
    }

    final Environment environment;
    final Sensation sensation;
    final double[] command;
    private final RandomStream random = new RandomStream();
    private final long seed;
    private long episode;
    private long interval;

    Episodes(Environment environment, long seed) {
        this.environment = environment;
        this.seed = seed;
        sensation = new Sensation(environment.spec());
        command = new double[environment.spec().command().size()];
        random.seed(seed, 1);
        environment.reset(seed, sensation);
    }

    /** The same run, gone on in another environment that is yet to be restored. */
    Episodes on(Environment other) {
        Episodes resumed = new Episodes(other, seed);
        System.arraycopy(command, 0, resumed.command, 0, command.length);
        resumed.episode = episode;
        resumed.interval = interval;
        read(resumed::take, bytes(this::give));
        return resumed;
    }

    void advance(Commands kind) {
        List<Channel> channels = environment.spec().command();
        for (int i = 0; i < command.length; i++) {
            Channel channel = channels.get(i);
            command[i] =
                    switch (kind) {
                        case RANDOM -> held(i, channel);
                        case SWITCHING -> (interval + i) % 2 == 0 ? channel.min() : channel.max();
                        case HOSTILE -> hostile();
                        case ORACLE -> command[i];
                    };
        }
        if (kind == Commands.ORACLE) {
            environment.oracle(command);
        }
        advanceWith(command);
    }

    void advanceWith(double[] given) {
        if (sensation.end != End.NONE) {
            environment.reset(seed + ++episode, sensation);
        }
        environment.advance(given, sensation);
        interval++;
    }

    /** A random command, mostly held, so that the body gets somewhere. */
    private double held(int i, Channel channel) {
        double draw = random.uniform(0, 1);
        return draw < 0.05 ? random.uniform(channel.min(), channel.max()) : command[i];
    }

    private double hostile() {
        return switch (random.below(6)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> Double.NEGATIVE_INFINITY;
            case 3 -> Double.MAX_VALUE;
            case 4 -> -Double.MIN_VALUE;
            default -> -1e30;
        };
    }

    private void give(DataOutput out) throws IOException {
        sensation.save(out);
        random.save(out);
    }

    private void take(DataInput in) throws IOException {
        sensation.restore(in);
        random.restore(in);
    }

    /** What {@code part} writes. */
    static byte[] bytes(Saving part) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            part.to(new DataOutputStream(bytes));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets {@code part} read {@code bytes}. */
    static void read(Restoring part, byte[] bytes) {
        try {
            part.from(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new IllegalStateException("restore can't read what save wrote", e);
        }
    }

    /** Writes a state. */
    interface Saving {
        void to(DataOutput out) throws IOException;
    }

    /** Reads a state. */
    interface Restoring {
        void from(DataInput in) throws IOException;
    }
}
