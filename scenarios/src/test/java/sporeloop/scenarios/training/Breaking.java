package sporeloop.scenarios.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import sporeloop.environments.Disturbance;
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
    private final Breakage breakage;
    private final long intervals;
    final CountDownLatch release;

    Breaking(EnvironmentBlock sound, Way way, long intervals) {
        this.sound = sound;
        breakage = new Breakage(way);
        release = breakage.release;
        this.intervals = intervals;
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
            advance(command, command, sensation);
        }

        @Override
        public void advance(double[] former, double[] command, Sensation sensation) {
            if (done++ == intervals) {
                breakage.happen();
            }
            sound.advance(former, command, sensation);
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
        public @Nullable String refusal(Disturbance disturbance) {
            return sound.refusal(disturbance);
        }

        @Override
        public void disturb(Disturbance disturbance) {
            sound.disturb(disturbance);
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
