package sporeloop.environments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
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
