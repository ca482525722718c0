package sporeloop.bridge;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.spore.Spikes;
import sporeloop.spore.random.Seeds;

/**
 * The interventions of a run, each with a random stream of its own. They act on what leaves an interval,
 * in the order in which they were given; outside their time they change nothing and draw nothing.
 */
final class Interventions {
    /** One intervention, its time in intervals, and what it must remember. */
    private static final class Active {
        final Intervention what;
        final long from;
        final long to;
        final long seed;
        final UniformStream stream;
        final double[] frozen;
        final double[][] late;

        Active(Intervention what, long from, long to, long seed, Spec environment) {
            this.what = what;
            this.from = from;
            this.to = to;
            this.seed = seed;
            stream = new UniformStream(seed);
            frozen = new double[environment.observation().size()];
            int by = what instanceof Intervention.CommandDelay delay ? delay.by() : 0;
            late = new double[by][environment.command().size()];
        }

        boolean during(long k) {
            return k >= from && k < to;
        }
    }

    private final Active[] all;
    private final double stepSeconds;
    private final int steps;
    private final Spikes scratch = new Spikes(64);
    private final double[] previous;

    /** The interventions of a run with {@code seed}. */
    public Interventions(
            Collection<? extends Intervention> interventions,
            Grid grid,
            Spec environment,
            long seed) {
        all = new Active[interventions.size()];
        int n = 0;
        for (Intervention what : interventions) {
            long from = what.at() == 0 ? 0 : grid.intervals("at", what.at() * 1000);
            long lasts =
                    what.lasts() == 0
                            ? Long.MAX_VALUE - from
                            : grid.intervals("lasts", what.lasts() * 1000);
            long own = Seeds.derive(seed, "intervention", n);
            all[n++] = new Active(what, from, from + lasts, own, environment);
            if (what instanceof Intervention.RotateMotorMap && environment.command().size() < 2) {
                throw new IllegalArgumentException(
                        "rotate-motor-map needs two command channels, but the task has one.");
            }
        }
        stepSeconds = grid.step() / 1000;
        steps = grid.exchange();
        previous = new double[environment.command().size()];
    }

    /** Acts on what the body sensed in interval {@code k}, before it is encoded. */
    public void sensed(long k, Sensation sensed) {
        for (Active active : all) {
            if (active.what instanceof Intervention.FrozenSensor && active.during(k)) {
                if (k == active.from) {
                    System.arraycopy(sensed.observation, 0, active.frozen, 0, active.frozen.length);
                }
                System.arraycopy(active.frozen, 0, sensed.observation, 0, active.frozen.length);
                sensed.events.clear();
            }
        }
    }

    /** Acts on the sensory spikes that leave interval {@code k}, of {@code neurons} neurons. */
    public void sensory(long k, Spikes spikes, int neurons) {
        for (Active active : all) {
            if (!active.during(k)) {
                continue;
            }
            if (active.what instanceof Intervention.SpikeLoss loss) {
                thin(spikes, active.stream, loss.share());
            } else if (active.what instanceof Intervention.Jitter jitter) {
                shift(spikes, active.stream, (int) Math.min(steps, jitter.spread()));
            } else if (active.what instanceof Intervention.NoiseSpikes noise) {
                addNoise(spikes, active.stream, neurons, noise.rate());
            } else if (active.what instanceof Intervention.Blackout) {
                spikes.clear();
            } else if (active.what instanceof Intervention.Lesion lesion
                    && lesion.layer() == Intervention.Layer.SENSORY) {
                silence(spikes, active.seed, lesion.share());
            }
        }
    }

    /** Acts on the motor spikes of interval {@code k}, before they are decoded. */
    public void motor(long k, Spikes spikes) {
        for (Active active : all) {
            if (active.what instanceof Intervention.Lesion lesion
                    && lesion.layer() == Intervention.Layer.MOTOR
                    && active.during(k)) {
                silence(spikes, active.seed, lesion.share());
            }
        }
    }

    /** Acts on the command that leaves interval {@code k}. */
    public void command(long k, double[] command) {
        for (Active active : all) {
            if (!active.during(k)) {
                continue;
            }
            if (active.what instanceof Intervention.CommandLoss loss) {
                if (active.stream.uniform() < loss.share()) {
                    System.arraycopy(previous, 0, command, 0, command.length);
                }
            } else if (active.what instanceof Intervention.MotorNoise noise) {
                for (int i = 0; i < command.length; i++) {
                    command[i] += noise.deviation() * normal(active.stream);
                }
            } else if (active.what instanceof Intervention.CommandDelay) {
                delay(active, k, command);
            } else if (active.what instanceof Intervention.RotateMotorMap rotation) {
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
    public void save(DataOutput out) throws IOException {
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

    /** Takes up the state that {@link #save} wrote. */
    public void restore(DataInput in) throws IOException {
        for (int i = 0; i < previous.length; i++) {
            previous[i] = in.readDouble();
        }
        for (Active active : all) {
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
