package sporeloop.bridge;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import sporeloop.environments.Disturbance;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.spore.Spikes;
import sporeloop.spore.random.Seeds;

/**
 * The interventions of a run, each with a random stream of its own. They act on what leaves an interval,
 * in the order in which they were given, or are handed to a side before an interval begins; outside their
 * time they change nothing and draw nothing.
 */
final class Interventions {
    /** One intervention, its time in intervals, and what it must remember. */
    private static final class Active {
        final Change what;
        final long from;
        final long to;
        final long seed;
        final UniformStream stream;
        final double[] frozen;
        final double[][] late;

        Active(Intervention intervention, Grid grid, long seed, Spec environment) {
            what = intervention.change();
            from = intervention.from(grid);
            to = intervention.to(grid);
            this.seed = seed;
            stream = new UniformStream(seed);
            frozen = new double[environment.observation().size()];
            int by = what instanceof Change.CommandDelay delay ? delay.by() : 0;
            late = new double[by][environment.command().size()];
        }

        boolean during(long k) {
            return k >= from && k < to;
        }
    }

    private static final Active[] NONE = {};

    private final Grid grid;
    private final Spec environment;
    private final long seed;
    private final double stepSeconds;
    private final int steps;
    private final Spikes scratch = new Spikes(64);
    private final double[] previous;
    private final Occasions<Disturbance> ofBody = new Occasions<>();
    private final Occasions<SynapseLesion> ofBrain = new Occasions<>();
    private Active[] all = NONE;

    /** The interventions of a run with {@code seed}: none yet. */
    Interventions(Grid grid, Spec environment, long seed) {
        this.grid = grid;
        this.environment = environment;
        this.seed = seed;
        stepSeconds = grid.step() / 1000;
        steps = grid.exchange();
        previous = new double[environment.command().size()];
    }

    /** Adds one, to act after those there are. */
    void add(Intervention intervention) {
        long own = Seeds.derive(seed, "intervention", all.length);
        Active active = new Active(intervention, grid, own, environment);
        all = Arrays.copyOf(all, all.length + 1);
        all[all.length - 1] = active;
        Disturbance disturbance = intervention.disturbance();
        if (disturbance != null) {
            ofBody.add(active.from, disturbance);
        }
        if (active.what instanceof Change.MoveGoal && active.to != Long.MAX_VALUE) {
            ofBody.addFirst(active.to, new Disturbance.ReturnedGoal());
        }
        if (active.what instanceof Change.LesionSynapses lesion) {
            ofBrain.add(active.from, new SynapseLesion(lesion.projection(), lesion.share(), own));
        }
    }

    /** What befalls the body before interval {@code k}. */
    List<Disturbance> ofBody(long k) {
        return ofBody.at(k);
    }

    /** What befalls the brain before interval {@code k}. */
    List<SynapseLesion> ofBrain(long k) {
        return ofBrain.at(k);
    }

    /** Acts on what the body sensed in interval {@code k}, before it is encoded. */
    void sensed(long k, Sensation sensed) {
        for (Active active : all) {
            if (active.what instanceof Change.FrozenSensor && active.during(k)) {
                if (k == active.from) {
                    System.arraycopy(sensed.observation, 0, active.frozen, 0, active.frozen.length);
                }
                System.arraycopy(active.frozen, 0, sensed.observation, 0, active.frozen.length);
                sensed.events.clear();
            }
        }
    }

    /** Acts on the sensory spikes that leave interval {@code k}, of {@code neurons} neurons. */
    void sensory(long k, Spikes spikes, int neurons) {
        for (Active active : all) {
            if (!active.during(k)) {
                continue;
            }
            if (active.what instanceof Change.SpikeLoss loss) {
                thin(spikes, active.stream, loss.share());
            } else if (active.what instanceof Change.Jitter jitter) {
                shift(spikes, active.stream, (int) Math.min(steps, jitter.spread()));
            } else if (active.what instanceof Change.NoiseSpikes noise) {
                addNoise(spikes, active.stream, neurons, noise.rate());
            } else if (active.what instanceof Change.Blackout) {
                spikes.clear();
            } else if (active.what instanceof Change.Lesion lesion
                    && lesion.layer() == Change.Layer.SENSORY) {
                silence(spikes, active.seed, lesion.share());
            }
        }
    }

    /** Acts on the motor spikes of interval {@code k}, before they are decoded. */
    void motor(long k, Spikes spikes) {
        for (Active active : all) {
            if (active.what instanceof Change.Lesion lesion
                    && lesion.layer() == Change.Layer.MOTOR
                    && active.during(k)) {
                silence(spikes, active.seed, lesion.share());
            }
        }
    }

    /** Acts on the command that leaves interval {@code k}. */
    void command(long k, double[] command) {
        for (Active active : all) {
            if (!active.during(k)) {
                continue;
            }
            if (active.what instanceof Change.CommandLoss loss) {
                if (active.stream.uniform() < loss.share()) {
                    System.arraycopy(previous, 0, command, 0, command.length);
                }
            } else if (active.what instanceof Change.MotorNoise noise) {
                for (int i = 0; i < command.length; i++) {
                    command[i] += noise.deviation() * normal(active.stream);
                }
            } else if (active.what instanceof Change.CommandDelay) {
                delay(active, k, command);
            } else if (active.what instanceof Change.RotateMotorMap rotation) {
                double x = command[0];
                double y = command[1];
                double cosine = StrictMath.cos(rotation.angle());
                double sine = StrictMath.sin(rotation.angle());
                command[0] = cosine * x - sine * y;
                command[1] = sine * x + cosine * y;
            }
        }
        System.arraycopy(command, 0, previous, 0, command.length);
    }

    /** Puts the command of now in the place of the one that it gives out. */
    private void delay(Active active, long k, double[] command) {
        if (k == active.from) {
            for (double[] place : active.late) {
                System.arraycopy(previous, 0, place, 0, previous.length);
            }
        }
        double[] place = active.late[(int) (k % active.late.length)];
        for (int i = 0; i < command.length; i++) {
            double now = command[i];
            command[i] = place[i];
            place[i] = now;
        }
    }

    private void thin(Spikes spikes, UniformStream stream, double share) {
        take(spikes);
        for (int i = 0; i < scratch.size(); i++) {
            if (stream.uniform() >= share) {
                spikes.add(scratch.step(i), scratch.neuron(i));
            }
        }
    }

    private void shift(Spikes spikes, UniformStream stream, int spread) {
        take(spikes);
        for (int i = 0; i < scratch.size(); i++) {
            int step = scratch.step(i) - spread + stream.below(2 * spread + 1);
            spikes.add(Math.max(0, Math.min(steps - 1, step)), scratch.neuron(i));
        }
    }

    private void silence(Spikes spikes, long seed, double share) {
        take(spikes);
        for (int i = 0; i < scratch.size(); i++) {
            long hash = Seeds.derive(seed, "neuron", scratch.neuron(i));
            if ((hash >>> 11) * 0x1p-53 >= share) {
                spikes.add(scratch.step(i), scratch.neuron(i));
            }
        }
    }

    /** Geometric gaps between Bernoulli trials, one for each step and neuron. */
    private void addNoise(Spikes spikes, UniformStream stream, int neurons, double rate) {
        double silent = -rate * stepSeconds;
        if (silent == 0) {
            return;
        }
        double trials = (double) steps * neurons;
        for (double at = gap(stream, silent); at < trials; at += 1 + gap(stream, silent)) {
            spikes.add((int) (at / neurons), (int) (at % neurons));
        }
    }

    /** Trials without a spike before the next one; exp({@code silent}) is the chance of none in one. */
    private static double gap(UniformStream stream, double silent) {
        return Math.floor(StrictMath.log(1 - stream.uniform()) / silent);
    }

    /** Source: Box and Muller 1958. */
    private static double normal(UniformStream stream) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - stream.uniform()));
        return radius * StrictMath.cos(2 * Math.PI * stream.uniform());
    }

    private void take(Spikes spikes) {
        scratch.clear();
        scratch.addAll(spikes);
        spikes.clear();
    }

    /** Writes the state. */
    void save(DataOutput out) throws IOException {
        out.writeInt(all.length);
        for (double value : previous) {
            out.writeDouble(value);
        }
        for (Active active : all) {
            active.stream.save(out);
            for (double value : active.frozen) {
                out.writeDouble(value);
            }
            for (double[] place : active.late) {
                for (double value : place) {
                    out.writeDouble(value);
                }
            }
        }
    }

    /**
     * Takes up the state that {@link #save} wrote; interventions that were added since begin anew.
     *
     * @throws IOException if there were more of them
     */
    void restore(DataInput in) throws IOException {
        int saved = in.readInt();
        if (saved < 0 || saved > all.length) {
            throw new IOException(
                    "the saved run has had " + saved + " interventions, this one " + all.length);
        }
        for (int i = 0; i < previous.length; i++) {
            previous[i] = in.readDouble();
        }
        for (int n = 0; n < saved; n++) {
            Active active = all[n];
            active.stream.restore(in);
            for (int i = 0; i < active.frozen.length; i++) {
                active.frozen[i] = in.readDouble();
            }
            for (double[] place : active.late) {
                for (int i = 0; i < place.length; i++) {
                    place[i] = in.readDouble();
                }
            }
        }
    }
}
