package sporeloop.environments.showcases;

import com.google.auto.service.AutoService;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import sporeloop.environments.Channel;
import sporeloop.environments.End;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentProvider;
import sporeloop.environments.Metric;
import sporeloop.environments.RandomStream;
import sporeloop.environments.Scene;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.environments.Timing;

/**
 * Two patterns of input rates come in random order, with background in between; to each belongs one of
 * two populations, which is to fire more than the other while its pattern is there.
 *
 * <table>
 * <caption>Specification, with the standard parameters</caption>
 * <tr><td>observation</td><td>rate_0 … rate_49: rates of the inputs [Hz], 2…60</td></tr>
 * <tr><td>command</td><td>left, right: mean rates of the two populations [Hz], 0…200</td></tr>
 * <tr><td>reward</td><td>during a pattern: 1/(1 + exp(−0.2·(lead − 25))) if lead &gt; 0, else 0; lead
 *     [Hz] is the right population's rate less the other's, both counted over the last 0.5 s and
 *     cleared when a phase begins</td></tr>
 * <tr><td>end</td><td>none: pattern and background alternate, each for 0.5…1 s</td></tr>
 * </table>
 *
 * A trial is a pattern; it succeeds if its population fired more over the whole of it.
 *
 * <p>Source: the example {@code pattern_matching_showcase} of the SPORE module 2.14.
 */
public final class PatternMatching implements Environment {
    /** Makes it for {@code environment.task = pattern-matching}. */
    @SuppressWarnings("rawtypes") // a service is named without its type parameter
    @AutoService(EnvironmentProvider.class)
    public static final class Provider implements EnvironmentProvider<PatternParameters> {
        @Override
        public String name() {
            return "pattern-matching";
        }

        @Override
        public String meaning() {
            return "Each of two populations is to fire at its own pattern of inputs.";
        }

        @Override
        public Class<PatternParameters> parameters() {
            return PatternParameters.class;
        }

        @Override
        public Environment create(PatternParameters parameters, Timing timing) {
            return new PatternMatching(parameters, timing);
        }
    }

    private static final int TRIALS = 0;
    private static final int SUCCESSES = 1;
    private static final int BACKGROUND = -1;

    private final PatternParameters p;
    private final Timing timing;
    private final Spec spec;
    private final Inputs inputs;
    private final RandomStream random = new RandomStream();
    private final double[] tallies = new double[2];
    private final double[][] window; // the last rates of each population, a ring
    private final double[] total = new double[2]; // over the phase
    private long intervals; // in the phase
    private long phaseLength;
    private int pattern;

    PatternMatching(PatternParameters parameters, Timing timing) {
        p = parameters;
        this.timing = timing;
        inputs = new Inputs(p.patterns(), 2);
        window = new double[2][Math.max(1, (int) Math.rint(p.window() / timing.interval()))];
        spec =
                new Spec(
                        "pattern-matching",
                        1,
                        Inputs.channels(),
                        List.of(
                                new Channel("left", "Hz", 0, p.highestRate()),
                                new Channel("right", "Hz", 0, p.highestRate())),
                        Spec.Camera.NONE,
                        List.of("trials", "successes"),
                        List.of(
                                new Metric(
                                        "trial_success_rate",
                                        "",
                                        "share of the patterns over which their own population fired more",
                                        true,
                                        (gained, seconds) -> gained[SUCCESSES] / gained[TRIALS]),
                                new Metric(
                                        "trials_per_min",
                                        "1/min",
                                        "patterns shown, per simulated minute",
                                        true,
                                        (gained, seconds) -> 60 * gained[TRIALS] / seconds)));
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
        inputs.show(pattern, sensation.observation);
    }

    @Override
    public void advance(double[] command, Sensation sensation) {
        int slot = (int) (intervals % window[0].length);
        for (int i = 0; i < 2; i++) {
            window[i][slot] = spec.command().get(i).clip(command[i]);
            total[i] += window[i][slot];
        }
        intervals++;
        sensation.events.clear();
        sensation.reward = reward();
        sensation.end = End.NONE;
        if (intervals >= phaseLength) {
            if (pattern != BACKGROUND) {
                tallies[TRIALS]++;
                tallies[SUCCESSES] += total[pattern] > total[1 - pattern] ? 1 : 0;
            }
            enter(pattern == BACKGROUND ? random.below(2) : BACKGROUND);
        }
        inputs.show(pattern, sensation.observation);
    }

    @Override
    public void oracle(double[] into) {
        for (int i = 0; i < 2; i++) {
            into[i] = i == pattern ? p.highestRate() / 2 : 0;
        }
    }

    @Override
    public void tallies(double[] into) {
        System.arraycopy(tallies, 0, into, 0, tallies.length);
    }

    /** The two rates as columns, and a lamp over the one whose pattern is there. */
    @Override
    public void draw(Scene scene) {
        scene.notToScale();
        scene.rectangle(Scene.Role.GROUND, -1, -0.2, 1, 1.3);
        for (int i = 0; i < 2; i++) {
            double x = i == 0 ? -0.5 : 0.5;
            double share = Math.min(1, rate(i) / (p.highestRate() / 2));
            scene.rectangle(Scene.Role.INSTRUMENT, x - 0.2, 0, x + 0.2, 1);
            scene.rectangle(Scene.Role.NEEDLE, x - 0.15, 0, x + 0.15, Math.max(0.01, share));
            scene.circle(i == pattern ? Scene.Role.GOAL : Scene.Role.INSTRUMENT, x, 1.15, 0.08);
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(intervals);
        out.writeLong(phaseLength);
        out.writeInt(pattern);
        for (int i = 0; i < 2; i++) {
            out.writeDouble(tallies[i]);
            out.writeDouble(total[i]);
            for (double rate : window[i]) {
                out.writeDouble(rate);
            }
        }
        random.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        intervals = in.readLong();
        phaseLength = in.readLong();
        pattern = in.readInt();
        for (int i = 0; i < 2; i++) {
            tallies[i] = in.readDouble();
            total[i] = in.readDouble();
            for (int k = 0; k < window[i].length; k++) {
                window[i][k] = in.readDouble();
            }
        }
        random.restore(in);
    }

    private void start(long seed) {
        random.seed(seed, 0);
        enter(BACKGROUND);
    }

    private void enter(int next) {
        pattern = next;
        intervals = 0;
        double length = random.uniform(p.shortest(), p.longest());
        phaseLength = Math.max(1, Math.round(length / timing.interval()));
        for (int i = 0; i < 2; i++) {
            Arrays.fill(window[i], 0);
            total[i] = 0;
        }
    }

    private double reward() {
        if (pattern == BACKGROUND) {
            return 0;
        }
        double lead = rate(pattern) - rate(1 - pattern);
        return lead > 0 ? 1 / (1 + StrictMath.exp(-0.2 * (lead - 25))) : 0;
    }

    /** Rate of a population over the window [Hz]. */
    private double rate(int population) {
        double sum = 0;
        for (double rate : window[population]) {
            sum += rate;
        }
        return sum / window[population].length;
    }
}
