package sporeloop.environments;

import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;

/** Times an environment alone, without a brain, under random commands that are mostly held. */
public final class EnvironmentBenchmark {
    /**
     * What was measured.
     *
     * @param realTimeFactor simulated seconds in a second of a core's time
     * @param eventsPerSecond of its camera, per simulated second
     * @param resetsPerMinute per simulated minute
     * @param physicsShare share of the samples that found the thread in JBox2D
     * @param cameraShare share of the samples that found it in the event camera
     */
    public record Result(
            double realTimeFactor,
            double eventsPerSecond,
            double resetsPerMinute,
            double physicsShare,
            double cameraShare) {}

    private EnvironmentBenchmark() {}

    /**
     * Runs {@code environment} for {@code seconds} of this thread's processor time, after as long a
     * time to warm up.
     */
    public static Result measure(Environment environment, Timing timing, double seconds) {
        run(environment, timing, seconds);
        try (Sampler sampler = new Sampler(Thread.currentThread())) {
            Result result = run(environment, timing, seconds);
            return new Result(
                    result.realTimeFactor(),
                    result.eventsPerSecond(),
                    result.resetsPerMinute(),
                    sampler.share(sampler.physics),
                    sampler.share(sampler.camera));
        }
    }

    private static Result run(Environment environment, Timing timing, double seconds) {
        SplittableRandom random = new SplittableRandom(1);
        Spec spec = environment.spec();
        Sensation sensation = new Sensation(spec);
        double[] command = new double[spec.command().size()];
        long start = cpuTime();
        long enough = (long) (1e9 * seconds);
        long intervals = 0;
        long events = 0;
        long resets = 1;
        environment.reset(resets, sensation);
        while ((intervals & 63) != 0 || cpuTime() - start < enough) {
            if (sensation.end != End.NONE) {
                environment.reset(++resets, sensation);
            }
            int i = random.nextInt(20 * command.length);
            if (i < command.length) {
                Channel channel = spec.command().get(i);
                command[i] = random.nextDouble(channel.min(), channel.max());
            }
            environment.advance(command, sensation);
            events += sensation.events.size();
            intervals++;
        }
        double spent = (cpuTime() - start) / 1e9;
        double simulated = intervals * timing.interval();
        return new Result(
                simulated / spent, events / simulated, 60 * (resets - 1) / simulated, 0, 0);
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Looks every few milliseconds at what a thread is doing. */
    private static final class Sampler implements AutoCloseable {
        private final Thread sampling;
        private volatile boolean ended;
        private volatile int samples;
        private volatile int physics;
        private volatile int camera;

        Sampler(Thread observed) {
            sampling = new Thread(() -> sample(observed), "sampler");
            sampling.setDaemon(true);
            sampling.start();
        }

        double share(int found) {
            return found / (double) Math.max(1, samples);
        }

        @Override
        public void close() {
            ended = true;
        }

        private void sample(Thread observed) {
            int all = 0;
            int inPhysics = 0;
            int inCamera = 0;
            while (!ended) {
                for (StackTraceElement frame : observed.getStackTrace()) {
                    if (frame.getClassName().startsWith("org.jbox2d")) {
                        inPhysics++;
                        break;
                    } else if (frame.getClassName().startsWith("sporeloop.environments.camera")) {
                        inCamera++;
                        break;
                    }
                }
                samples = ++all;
                physics = inPhysics;
                camera = inCamera;
                try {
                    Thread.sleep(3);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }
}
