package sporeloop.scenarios.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import sporeloop.environments.Environment;
import sporeloop.environments.EnvironmentProvider;
import sporeloop.environments.Scene;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.environments.Timing;
import sporeloop.environments.reaching.ReachingParameters;
import sporeloop.scenarios.file.EnvironmentBlock;

/** Reaching in a body that breaks, in one way or another, after a number of intervals. */
final class Breaking implements EnvironmentProvider<ReachingParameters> {
    /** How it breaks. */
    enum Way {
        THROWS,
        THROWS_ONCE,
        RUNS_OUT_OF_MEMORY_ONCE,
        OVERFLOWS_THE_STACK,
        HANGS
    }

    private final EnvironmentBlock sound;
    private final Way way;
    private final long intervals;
    private final AtomicBoolean broken = new AtomicBoolean();
    final CountDownLatch release = new CountDownLatch(1);

    Breaking(EnvironmentBlock sound, Way way, long intervals) {
        this.sound = sound;
        this.way = way;
        this.intervals = intervals;
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable failure) throws E {
        throw (E) failure;
    }

    @Override
    public String name() {
        return "breaking";
    }

    @Override
    public String meaning() {
        return "reaching in a body that breaks";
    }

    @Override
    public Class<ReachingParameters> parameters() {
        return ReachingParameters.class;
    }

    @Override
    public Environment create(ReachingParameters parameters, Timing timing) {
        return new Body(sound.create(timing));
    }

    private final class Body implements Environment {
        private final Environment sound;
        private long done;

        Body(Environment sound) {
            this.sound = sound;
        }

        @Override
        public void advance(double[] command, Sensation sensation) {
            if (done++ == intervals) {
                switch (way) {
                    case THROWS_ONCE -> once(new IllegalStateException("the ball burst"));
                    case RUNS_OUT_OF_MEMORY_ONCE -> once(new OutOfMemoryError("Java heap space"));
                    case THROWS -> throw new IllegalStateException("the ball burst");
                    case OVERFLOWS_THE_STACK -> advance(overflow(command), sensation);
                    case HANGS -> hang();
                }
            }
            sound.advance(command, sensation);
        }

        private void once(Throwable failure) {
            if (!broken.getAndSet(true)) {
                Breaking.<RuntimeException>sneak(failure);
            }
        }

        @SuppressWarnings("InfiniteRecursion")
        private double[] overflow(double[] command) {
            return overflow(command).clone();
        }

        private void hang() {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public Spec spec() {
            return sound.spec();
        }

        @Override
        public void reset(long seed, Sensation sensation) {
            sound.reset(seed, sensation);
        }

        @Override
        public void oracle(double[] command) {
            sound.oracle(command);
        }

        @Override
        public void tallies(double[] into) {
            sound.tallies(into);
        }

        @Override
        public void draw(Scene scene) {
            sound.draw(scene);
        }

        @Override
        public void save(DataOutput out) throws IOException {
            sound.save(out);
        }

        @Override
        public void restore(DataInput in) throws IOException {
            sound.restore(in);
        }
    }
}
