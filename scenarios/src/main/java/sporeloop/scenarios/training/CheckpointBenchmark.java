package sporeloop.scenarios.training;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import sporeloop.agents.SporeAgent;
import sporeloop.bridge.Loop;
import sporeloop.bridge.Side;
import sporeloop.scenarios.file.Scenario;

/**
 * Times a checkpoint of a scenario's loop under way: how long the loop stands still while the state is
 * copied to memory, and how long compressing, writing and forcing it to the disk take beside it.
 */
public final class CheckpointBenchmark {
    private static final int WARM_UPS = 5;
    private static final int TIMES = 21;

    private CheckpointBenchmark() {}

    /**
     * What was measured; times are medians, of wall time and of this thread's processor time.
     *
     * @param synapses plastic and retracted, the brain's own count
     * @param bytes of the file
     * @param standingMs time that the loop stands still [ms]
     * @param standingCpuMs the same without what other programs took [ms]
     * @param writingMs time from there until the file is on the disk under its name [ms]
     * @param writingCpuMs the same without what other programs and the disk took [ms]
     * @param readingMs time to read it and to put it into a run that goes on [ms]
     */
    public record Result(
            long synapses,
            long bytes,
            double standingMs,
            double standingCpuMs,
            double writingMs,
            double writingCpuMs,
            double readingMs) {}

    /** Measures in a new folder in {@code where}, which is removed. */
    public static Result measure(Scenario scenario, Path where) throws IOException {
        Wiring wiring = new Wiring(scenario);
        LoopParts parts = wiring.agent(true);
        Loop loop = parts.loop();
        loop.start();
        long second = Math.round(1000 / scenario.grid().interval());
        Milestones.Course course = new Milestones.Course(Long.MAX_VALUE, second, second, 1, 1);
        Milestones milestones = new Milestones(loop.reading(), course);
        Path folder = Files.createTempDirectory(where, "bench-checkpoint-");
        CheckpointFolder checkpoints = new CheckpointFolder(folder, 1);
        Snapshot snapshot = new Snapshot();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] standing = new double[TIMES];
        double[] standingCpu = new double[TIMES];
        double[] writing = new double[TIMES];
        double[] writingCpu = new double[TIMES];
        double[] reading = new double[TIMES];
        LoopParts other = wiring.agent(true);
        try {
            for (int n = -WARM_UPS; n < TIMES; n++) {
                loop.advance(second);
                milestones.keep(loop.reading());
                long cpu = threads.getCurrentThreadCpuTime();
                long begun = System.nanoTime();
                snapshot.begin(parts.exchange().interval(), milestones);
                snapshot.buffer(Side.BODY).fill(parts.body()::save);
                snapshot.buffer(Side.BRAIN).fill(parts.brain()::save);
                snapshot.buffer(Side.BRIDGE).fill(parts.exchange()::save);
                long taken = System.nanoTime();
                long takenCpu = threads.getCurrentThreadCpuTime();
                checkpoints.write(snapshot, new Checkpoint.Lengths(0, 0));
                long written = System.nanoTime();
                long writtenCpu = threads.getCurrentThreadCpuTime();
                Checkpoint.read(checkpoints.file(snapshot.boundary())).restore(other, course);
                if (n >= 0) {
                    standing[n] = (taken - begun) / 1e6;
                    standingCpu[n] = (takenCpu - cpu) / 1e6;
                    writingCpu[n] = (writtenCpu - takenCpu) / 1e6;
                    writing[n] = (written - taken) / 1e6;
                    reading[n] = (System.nanoTime() - written) / 1e6;
                }
            }
            Path file = checkpoints.file(snapshot.boundary());
            long bytes = Files.size(file);
            Files.delete(file);
            return new Result(
                    synapses(parts),
                    bytes,
                    median(standing),
                    median(standingCpu),
                    median(writing),
                    median(writingCpu),
                    median(reading));
        } finally {
            Files.delete(folder);
        }
    }

    private static long synapses(LoopParts parts) {
        return parts.brain() instanceof SporeAgent agent
                ? agent.network().telemetry().plasticSynapses()
                : 0;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
