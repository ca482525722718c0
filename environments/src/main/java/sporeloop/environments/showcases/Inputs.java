package sporeloop.environments.showcases;

import java.util.ArrayList;
import java.util.List;
import sporeloop.environments.Channel;
import sporeloop.environments.RandomStream;

/**
 * The firing rates of a showcase's inputs: fixed patterns, and a background at the least rate.
 *
 * <pre>
 *   rate = min(60, max(2, 60·Gamma(0.2, 0.8))) Hz
 * </pre>
 *
 * Source: the examples of the SPORE module 2.14.
 */
final class Inputs {
    static final int COUNT = 50;
    static final double LEAST = 2; // [Hz]
    static final double MOST = 60;

    private final double[][] patterns;

    /** {@code count} patterns; the same seed gives the same ones. */
    Inputs(long seed, int count) {
        RandomStream random = new RandomStream();
        random.seed(seed, 3);
        patterns = new double[count][COUNT];
        for (double[] pattern : patterns) {
            for (int i = 0; i < COUNT; i++) {
                pattern[i] = Math.min(MOST, Math.max(LEAST, 60 * random.gamma(0.2, 0.8)));
            }
        }
    }

    /** Channels {@code rate_0} to {@code rate_49}. */
    static List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            channels.add(new Channel("rate_" + i, "Hz", 0, MOST));
        }
        return channels;
    }

    /** Fills in the rates of pattern {@code which}; of the background if it is −1. */
    void show(int which, double[] into) {
        for (int i = 0; i < COUNT; i++) {
            into[i] = which < 0 ? LEAST : patterns[which][i];
        }
    }
}
