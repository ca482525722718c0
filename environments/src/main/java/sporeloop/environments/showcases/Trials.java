package sporeloop.environments.showcases;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import sporeloop.environments.End;
import sporeloop.environments.Environment;
import sporeloop.environments.Metric;
import sporeloop.environments.RandomStream;
import sporeloop.environments.Scene;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.environments.Timing;

/**
 * A task of trials, an episode each: a wait with background input, then the pattern until the device
 * is where it is to be, then reward.
 *
 * <table>
 * <caption>Specification, with the standard parameters</caption>
 * <tr><td>observation</td><td>rate_0 … rate_49: rates of the inputs [Hz], 2…60: background while
 *     waiting, else the pattern</td></tr>
 * <tr><td>command</td><td>the {@link Device}'s rates [Hz]</td></tr>
 * <tr><td>reward</td><td>1 for 0.3 s after success, else 0</td></tr>
 * <tr><td>end</td><td>TERMINATED after the reward, TRUNCATED 10 s after the pattern began</td></tr>
 * <tr><td>start</td><td>device at rest in its middle; wait uniform in 0.5…1 s</td></tr>
 * </table>
 */
final class Trials implements Environment {
    private static final int TRIALS = 0;
    private static final int SUCCESSES = 1;
    private static final int TIME_TO_SUCCESSES = 2;

    private final TrialParameters p;
    private final Timing timing;
    private final Device device;
    private final Spec spec;
    private final Inputs inputs;
    private final RandomStream random = new RandomStream();
    private final double[] tallies = new double[3];
    private final double[] rates;
    private long wait; // intervals left
    private long shown; // intervals since the pattern began
    private long rewarded; // intervals of reward left
    private boolean success;

    Trials(String name, TrialParameters parameters, Timing timing, Device device) {
        p = parameters;
        this.timing = timing;
        this.device = device;
        inputs = new Inputs(p.pattern(), 1);
        rates = new double[device.command().size()];
        spec =
                new Spec(
                        name,
                        1,
                        Inputs.channels(),
                        device.command(),
                        Spec.Camera.NONE,
                        List.of("trials", "successes", "time_to_successes"),
                        List.of(
                                new Metric(
                                        "trial_success_rate",
                                        "",
                                        "share of the trials that succeeded within the time limit",
                                        true,
                                        (gained, seconds) -> gained[SUCCESSES] / gained[TRIALS]),
                                new Metric(
                                        "mean_time_to_success_s",
                                        "s",
                                        "mean time from the pattern's start to success, of the trials that succeeded",
                                        false,
                                        (gained, seconds) ->
                                                gained[TIME_TO_SUCCESSES] / gained[SUCCESSES]),
                                new Metric(
                                        "successes_per_min",
                                        "1/min",
                                        "trials that succeeded, per simulated minute",
                                        true,
                                        (gained, seconds) -> 60 * gained[SUCCESSES] / seconds)));
        start(0);
    }

    @Override
    public Spec spec() {
        return spec;
    }

    @Override
    public void reset(long seed, Sensation sensation) {
        start(seed);
        sensation.events.clear();
        sensation.reward = 0;
        sensation.end = End.NONE;
        inputs.show(-1, sensation.observation);
    }

    @Override
    public void advance(double[] command, Sensation sensation) {
        for (int i = 0; i < rates.length; i++) {
            rates[i] = spec.command().get(i).clip(command[i]);
        }
        sensation.events.clear();
        sensation.reward = 0;
        sensation.end = End.NONE;
        if (wait > 0) {
            wait--;
        } else if (!success) {
            seek(sensation);
        } else {
            sensation.reward = 1;
            if (--rewarded == 0) {
                sensation.end = End.TERMINATED;
            }
        }
        inputs.show(wait > 0 ? -1 : 0, sensation.observation);
    }

    @Override
    public void oracle(double[] into) {
        device.oracle(into);
    }

    @Override
    public void tallies(double[] into) {
        System.arraycopy(tallies, 0, into, 0, tallies.length);
    }

    @Override
    public void draw(Scene scene) {
        device.draw(scene);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        device.save(out);
        out.writeLong(wait);
        out.writeLong(shown);
        out.writeLong(rewarded);
        out.writeBoolean(success);
        for (double tally : tallies) {
            out.writeDouble(tally);
        }
        random.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        device.restore(in);
        wait = in.readLong();
        shown = in.readLong();
        rewarded = in.readLong();
        success = in.readBoolean();
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = in.readDouble();
        }
        random.restore(in);
    }

    private void start(long seed) {
        random.seed(seed, 0);
        device.clear();
        wait = intervals(random.uniform(p.shortestWait(), p.longestWait()));
        shown = 0;
        success = false;
        rewarded = intervals(p.rewardTime());
    }

    private void seek(Sensation sensation) {
        device.move(rates);
        shown++;
        if (device.accomplishes()) {
            success = true;
            tallies[TRIALS]++;
            tallies[SUCCESSES]++;
            tallies[TIME_TO_SUCCESSES] += shown * timing.interval();
        } else if (shown * timing.interval() > p.timeLimit() - timing.interval() / 2) {
            tallies[TRIALS]++;
            sensation.end = End.TRUNCATED;
        }
    }

    private long intervals(double seconds) {
        return Math.max(1, Math.round(seconds / timing.interval()));
    }
}
