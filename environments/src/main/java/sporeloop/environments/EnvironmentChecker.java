package sporeloop.environments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Holds an environment, ours or a user's, against what {@link Environment} promises. It runs the
 * environment for some thousand intervals under random, hostile and the oracle's own commands.
 */
public final class EnvironmentChecker {
    private static final int INTERVALS = 600;
    private static final long SEED = 20_261_101;

    private final Supplier<Environment> make;
    private final double interval;
    private final List<String> findings = new ArrayList<>();

    private EnvironmentChecker(Supplier<Environment> make, double interval) {
        this.make = make;
        this.interval = interval;
    }

    /**
     * Checks the environment that {@code provider} makes.
     *
     * @return what is wrong, a sentence each; empty if nothing is
     */
    public static <P extends Record> List<String> check(
            EnvironmentProvider<P> provider, P parameters, Timing timing) {
        return check(() -> provider.create(parameters, timing), timing.interval());
    }

    /** Checks the environment that {@code make} makes, always the same one; its interval in [s]. */
    public static List<String> check(Supplier<Environment> make, double interval) {
        EnvironmentChecker checker = new EnvironmentChecker(make, interval);
        checker.spec();
        for (Episodes.Commands commands : Episodes.Commands.values()) {
            checker.sensesStayInRange(commands);
        }
        checker.sameSeedSameBits();
        checker.otherSeedOtherEpisode();
        checker.savedAndRestoredGoesOnTheSame();
        checker.rebuildingIsRepeatable();
        checker.drawingAndLookingChangeNothing();
        checker.notANumberIsTheMiddleAndTooMuchIsClipped();
        return List.copyOf(checker.findings);
    }

    private void spec() {
        Spec spec = make.get().spec();
        require(!spec.name().isBlank(), "The spec has no name.");
        require(!spec.command().isEmpty(), "The spec declares no command channel.");
        require(
                !spec.observation().isEmpty() || spec.camera().width() > 0,
                "The spec declares neither an observation nor a camera.");
        require(!spec.metrics().isEmpty(), "The spec declares no metric.");
        for (Metric metric : spec.metrics()) {
            require(
                    metric.name().matches("[a-z][a-z0-9_]*") && !metric.meaning().isBlank(),
                    "Metric '" + metric.name() + "' needs a name in snake_case and a meaning.");
            require(
                    !metric.name().equals("mean_reward"),
                    "Metric mean_reward is the loop's own; give yours another name.");
        }
        require(
                spec.metrics().stream().map(Metric::name).distinct().count()
                        == spec.metrics().size(),
                "Two metrics have the same name.");
    }

    private void sensesStayInRange(Episodes.Commands commands) {
        Episodes run = new Episodes(make.get(), SEED);
        Spec spec = run.environment.spec();
        double[] tallies = new double[spec.tallies().size()];
        for (int k = 0; k < INTERVALS; k++) {
            run.advance(commands);
            for (int i = 0; i < spec.observation().size(); i++) {
                Channel channel = spec.observation().get(i);
                double value = run.sensation.observation[i];
                if (!(value >= channel.min() && value <= channel.max())) {
                    findings.add(
                            "Under %s commands, observation %s = %s in interval %d, but it is declared to be in [%s, %s]."
                                    .formatted(
                                            commands.words,
                                            channel.name(),
                                            value,
                                            k,
                                            channel.min(),
                                            channel.max()));
                    return;
                }
            }
            if (!Double.isFinite(run.sensation.reward)) {
                findings.add(
                        "Under %s commands, the reward is %s in interval %d."
                                .formatted(commands.words, run.sensation.reward, k));
                return;
            }
            eventsFit(run, k);
        }
        run.environment.tallies(tallies);
        require(
                Arrays.stream(tallies).allMatch(Double::isFinite),
                "Under " + commands.words + " commands, a tally is not finite.");
        for (Metric metric : spec.metrics()) {
            double value = metric.formula().value(tallies, INTERVALS * interval);
            require(
                    !Double.isInfinite(value),
                    "Metric " + metric.name() + " is infinite; without an event give NaN.");
        }
    }

    private void eventsFit(Episodes run, int k) {
        Spec.Camera camera = run.environment.spec().camera();
        Events events = run.sensation.events;
        double last = 0;
        for (int e = 0; e < events.size(); e++) {
            boolean inside =
                    events.pixel(e) >= 0 && events.pixel(e) < camera.width() * camera.height();
            if (!inside || !(events.time(e) >= last && events.time(e) < interval)) {
                findings.add(
                        "Event %d of interval %d (pixel %d, %s s) is off the camera, out of order or not in the interval."
                                .formatted(e, k, events.pixel(e), events.time(e)));
                return;
            }
            last = events.time(e);
        }
    }

    private void sameSeedSameBits() {
        Episodes fresh = new Episodes(make.get(), SEED);
        Environment worn = make.get();
        Episodes wearing = new Episodes(worn, SEED + 1);
        for (int k = 0; k < INTERVALS / 2; k++) {
            wearing.advance(Episodes.Commands.SWITCHING);
        }
        Episodes again = new Episodes(worn, SEED);
        compare(
                fresh,
                again,
                "With the same seed and commands, an environment that was used before differs from a new one in interval %d: reset must start all anew.");
    }

    private void otherSeedOtherEpisode() {
        Episodes one = new Episodes(make.get(), SEED);
        Episodes other = new Episodes(make.get(), SEED + 1);
        boolean same = Arrays.equals(sensed(one), sensed(other));
        for (int k = 0; k < INTERVALS && same; k++) {
            one.advance(Episodes.Commands.RANDOM);
            other.advanceWith(one.command);
            same = Arrays.equals(sensed(one), sensed(other));
        }
        require(!same, "Two seeds give the same episode: reset ignores its seed.");
    }

    private void savedAndRestoredGoesOnTheSame() {
        Episodes straight = new Episodes(make.get(), SEED);
        for (int k = 0; k < INTERVALS / 3; k++) {
            straight.advance(Episodes.Commands.RANDOM);
        }
        byte[] state = saved(straight.environment);
        Episodes resumed = straight.on(make.get());
        restore(straight.environment, state);
        restore(resumed.environment, state);
        require(
                Arrays.equals(state, saved(resumed.environment)),
                "What is restored and saved again is not what was saved.");
        compare(
                straight,
                resumed,
                "After the same restore(save()), a run that goes on and one that resumes differ in interval %d: restore must build the world from the saved state alone.");
    }

    private void rebuildingIsRepeatable() {
        Episodes one = new Episodes(make.get(), SEED);
        Episodes two = new Episodes(make.get(), SEED);
        for (int k = 0; k < INTERVALS; k++) {
            one.advance(Episodes.Commands.RANDOM);
            two.advance(Episodes.Commands.RANDOM);
            if (k % 50 == 49) {
                restore(one.environment, saved(one.environment));
                restore(two.environment, saved(two.environment));
            }
        }
        require(
                Arrays.equals(sensed(one), sensed(two)),
                "Two runs that are rebuilt at the same times end differently.");
    }

    private void drawingAndLookingChangeNothing() {
        Episodes watched = new Episodes(make.get(), SEED);
        Episodes alone = new Episodes(make.get(), SEED);
        Scene scene = new Scene();
        double[] command = watched.command.clone();
        double[] tallies = new double[watched.environment.spec().tallies().size()];
        for (int k = 0; k < INTERVALS / 2; k++) {
            scene.clear();
            watched.environment.draw(scene);
            watched.environment.oracle(command);
            watched.environment.tallies(tallies);
            watched.advance(Episodes.Commands.RANDOM);
            alone.advance(Episodes.Commands.RANDOM);
        }
        require(scene.size() > 0, "The environment draws nothing.");
        require(
                Arrays.equals(sensed(watched), sensed(alone)),
                "Drawing it, asking the oracle or reading the tallies changes the environment.");
    }

    private void notANumberIsTheMiddleAndTooMuchIsClipped() {
        Episodes hostile = new Episodes(make.get(), SEED);
        Episodes tame = new Episodes(make.get(), SEED);
        List<Channel> channels = hostile.environment.spec().command();
        double[] bad = new double[channels.size()];
        double[] meant = new double[channels.size()];
        for (int k = 0; k < INTERVALS / 2; k++) {
            for (int i = 0; i < bad.length; i++) {
                Channel channel = channels.get(i);
                int kind = (k / 7 + i) % 3;
                bad[i] = kind == 0 ? Double.NaN : kind == 1 ? Double.POSITIVE_INFINITY : -1e300;
                meant[i] =
                        kind == 0
                                ? 0.5 * (channel.min() + channel.max())
                                : kind == 1 ? channel.max() : channel.min();
            }
            hostile.advanceWith(bad);
            tame.advanceWith(meant);
            if (!Arrays.equals(sensed(hostile), sensed(tame))) {
                findings.add(
                        "Commands out of range are not clipped to their channels, or NaN is not taken as the middle (interval %d)."
                                .formatted(k));
                return;
            }
        }
    }

    private void compare(Episodes one, Episodes other, String sentence) {
        for (int k = 0; k < INTERVALS / 2; k++) {
            if (!Arrays.equals(sensed(one), sensed(other))) {
                findings.add(sentence.formatted(k));
                return;
            }
            one.advance(Episodes.Commands.RANDOM);
            other.advance(Episodes.Commands.RANDOM);
        }
    }

    private void require(boolean holds, String finding) {
        if (!holds) {
            findings.add(finding);
        }
    }

    private static byte[] sensed(Episodes run) {
        return Episodes.bytes(run.sensation::save);
    }

    private static byte[] saved(Environment environment) {
        return Episodes.bytes(environment::save);
    }

    private static void restore(Environment environment, byte[] state) {
        Episodes.read(environment::restore, state);
    }
}
