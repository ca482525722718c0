package sporeloop.environments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every environment promises; each environment's test extends it. */
public abstract class EnvironmentContract {
    /** Interval of 20 ms in two physics steps. */
    protected static final Timing TIMING = new Timing(0.02, 2);

    /** A new environment with the same parameters at each call. */
    protected abstract Environment create(Timing timing);

    /** Bytes that the physics library may allocate in an interval; what is ours allocates none. */
    protected int bytesOfTheLibraryPerInterval() {
        return 0;
    }

    @Test
    public void theCheckerFindsNothing() {
        assertEquals(List.of(), EnvironmentChecker.check(() -> create(TIMING), TIMING.interval()));
    }

    @Test
    public void theCheckerFindsNothingAtAnotherTiming() {
        assertEquals(List.of(), EnvironmentChecker.check(() -> create(new Timing(0.03, 5)), 0.03));
    }

    @Test
    public void theOracleIsRewardedMoreThanRandomCommands() {
        assertTrue(
                meanReward(Episodes.Commands.ORACLE) > 1.2 * meanReward(Episodes.Commands.RANDOM));
    }

    @Test
    public void advancingAllocatesNothing() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Environment environment = create(TIMING);
        Sensation sensation = new Sensation(environment.spec());
        double[] command = new double[environment.spec().command().size()];
        long spent = Long.MAX_VALUE;
        for (int trial = 0; trial < 40; trial++) {
            environment.reset(trial, sensation);
            for (int k = 0; k < 10; k++) {
                environment.advance(command, sensation);
            }
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int k = 0; k < 20; k++) {
                environment.oracle(command);
                environment.advance(command, sensation);
            }
            long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            spent = Math.min(spent, after - before);
        }
        assertTrue(
                spent <= 20L * bytesOfTheLibraryPerInterval(), "bytes in 20 intervals: " + spent);
    }

    @Test
    public void twoMinutesOfHostileCommandsLeaveTheBodyWhole() {
        sufferHostileCommands(6_000);
    }

    @Test
    @Tag("long")
    public void tenHoursOfHostileCommandsLeaveTheBodyWholeAndTheMemoryAsItWas() {
        sufferHostileCommands(180_000);
        long before = usedMemory();
        sufferHostileCommands(1_800_000);
        assertTrue(usedMemory() - before < 2_000_000, "bytes gained: " + (usedMemory() - before));
    }

    @Test
    public void aDisturbanceIsRefusedInASentenceOrTakenAndGoesOnFromASavedState()
            throws IOException {
        for (Disturbance what :
                List.of(new Disturbance.Push(0.2, -0.1), new Disturbance.MovedGoal(0.4, 0.3))) {
            Environment one = create(TIMING);
            Sensation sensed = new Sensation(one.spec());
            one.reset(5, sensed);
            double[] command = new double[one.spec().command().size()];
            for (int k = 0; k < 3; k++) {
                one.advance(command, sensed);
            }
            byte[] before = state(one);
            String refusal = one.refusal(what);
            if (refusal != null) {
                assertTrue(refusal.endsWith("."), refusal);
                assertThrows(IllegalArgumentException.class, () -> one.disturb(what));
                assertArrayEquals(before, state(one), "refused, so nothing changes");
                continue;
            }
            one.disturb(what);
            byte[] disturbed = state(one);
            assertFalse(Arrays.equals(before, disturbed), what + " changes the state");
            Environment resumed = create(TIMING);
            resumed.restore(new DataInputStream(new ByteArrayInputStream(disturbed)));
            for (int k = 0; k < 1000; k++) {
                one.oracle(command);
                one.advance(command, sensed);
                resumed.advance(command, sensed);
                if (sensed.end != End.NONE) {
                    one.reset(k, sensed);
                    resumed.reset(k, sensed);
                }
            }
            assertArrayEquals(state(one), state(resumed), "after " + what);
        }
    }

    private static byte[] state(Environment environment) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        environment.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Test
    public void aCommandThatGrowsOutOfItselfIsAHeldOne() throws IOException {
        Environment held = create(TIMING);
        Environment growing = create(TIMING);
        Sensation sensed = new Sensation(held.spec());
        held.reset(5, sensed);
        growing.reset(5, sensed);
        double[] command = new double[held.spec().command().size()];
        for (int k = 0; k < 100; k++) {
            held.oracle(command);
            held.advance(command, sensed);
            growing.advance(command.clone(), command, sensed);
        }
        assertArrayEquals(state(held), state(growing));
    }

    @Test
    public void anEpisodeBeginsWithoutRewardOrEnd() {
        Environment environment = create(TIMING);
        Sensation sensation = new Sensation(environment.spec());
        sensation.reward = 3;
        sensation.end = End.TRUNCATED;
        environment.reset(1, sensation);
        assertEquals(0, sensation.reward);
        assertEquals(End.NONE, sensation.end);
        assertFalse(environment.spec().metrics().isEmpty());
    }

    /** Bursts: held at the limits (into walls), switching each interval, NaN and infinities, random. */
    private void sufferHostileCommands(int intervals) {
        Environment environment = create(TIMING);
        Spec spec = environment.spec();
        Sensation sensed = new Sensation(spec);
        Scene scene = new Scene();
        RandomStream random = new RandomStream();
        random.seed(13, 0);
        double[] command = new double[spec.command().size()];
        double[] bad = {
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e308, -0.0
        };
        int burst = 0;
        int kind = 0;
        environment.reset(1, sensed);
        for (int k = 0; k < intervals; k++) {
            if (burst-- == 0) {
                burst = 1 + random.below(150);
                kind = random.below(4);
            }
            for (int i = 0; i < command.length; i++) {
                Channel channel = spec.command().get(i);
                boolean first = burst % 2 == i % 2;
                switch (kind) {
                    case 0 -> command[i] = i % 2 == 0 ? channel.max() : channel.min();
                    case 1 -> command[i] = first ? 10 * channel.max() : 10 * channel.min() - 1;
                    case 2 -> command[i] = bad[random.below(bad.length)];
                    default -> command[i] = random.uniform(channel.min(), channel.max());
                }
            }
            environment.advance(command, sensed);
            assertTrue(Double.isFinite(sensed.reward), "reward in interval " + k);
            for (double value : sensed.observation) {
                assertTrue(Double.isFinite(value), "observation in interval " + k);
            }
            scene.clear();
            environment.draw(scene);
            bodiesAreOnTheGround(scene, k);
            if (sensed.end != End.NONE) {
                environment.reset(k, sensed);
            }
        }
    }

    private static void bodiesAreOnTheGround(Scene scene, int interval) {
        double margin = 1e-3; // contacts may overlap by 0.5 mm
        for (int s = 0; s < scene.size(); s++) {
            double radius = scene.kind(s) == Scene.Kind.CIRCLE ? scene.extent(s) : 0;
            for (int i = 0; i < scene.points(s); i++) {
                double x = scene.x(s, i);
                double y = scene.y(s, i);
                assertTrue(Double.isFinite(x) && Double.isFinite(y), "drawing, " + interval);
                if (scene.role(s) == Scene.Role.BODY) {
                    assertTrue(
                            x - radius >= scene.x(0, 0) - margin
                                    && x + radius <= scene.x(0, 2) + margin
                                    && y - radius >= scene.y(0, 0) - margin
                                    && y + radius <= scene.y(0, 2) + margin,
                            "body at " + x + ", " + y + " in interval " + interval);
                }
            }
        }
    }

    private static long usedMemory() {
        for (int k = 0; k < 3; k++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Mean reward of 2 simulated minutes. */
    private double meanReward(Episodes.Commands commands) {
        Episodes run = new Episodes(create(TIMING), 7);
        double sum = 0;
        for (int k = 0; k < 6000; k++) {
            run.advance(commands);
            sum += run.sensation.reward;
        }
        return sum / 6000;
    }
}
