package sporeloop.bridge;

import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/** What an intervention does: to what passes the bridge, or to one of its sides. */
public sealed interface Change {
    /** Whether it is over some time, or never; else it is done at once. */
    default boolean lasts() {
        return true;
    }

    /** Its key in a scenario: {@code rotate-motor-map}. */
    default String key() {
        return Ranges.kebab(getClass().getSimpleName());
    }

    /** Whose neurons a lesion silences. */
    enum Layer {
        /** Neurons of the source populations. */
        SENSORY,
        /** Neurons of the read-out populations, on their way to the decoders. */
        MOTOR
    }

    /** Each sensory spike is lost with a probability. */
    record SpikeLoss(
            @Parameter(value = "probability that a spike is lost", range = "[0, 1]") double share)
            implements Change {
        public SpikeLoss {
            Ranges.check(SpikeLoss.class, share);
        }
    }

    /** Each sensory spike is shifted by up to a number of steps, within its interval. */
    record Jitter(
            @Parameter(
                            value = "greatest shift to either side",
                            unit = Unit.STEPS,
                            range = "[1, 1000000]")
                    long spread)
            implements Change {
        public Jitter {
            Ranges.check(Jitter.class, spread);
        }
    }

    /** Each sensory neuron fires at random in addition. */
    record NoiseSpikes(
            @Parameter(value = "rate of a neuron", unit = Unit.HZ, range = "[0, 100000]")
                    double rate)
            implements Change {
        public NoiseSpikes {
            Ranges.check(NoiseSpikes.class, rate);
        }
    }

    /** No sensory spike gets through. */
    record Blackout() implements Change {}

    /** The observation stays as it was at the beginning, and the camera sees nothing. */
    record FrozenSensor() implements Change {}

    /** The command of an interval is lost with a probability; the one before it holds. */
    record CommandLoss(
            @Parameter(value = "probability that a command is lost", range = "[0, 1]") double share)
            implements Change {
        public CommandLoss {
            Ranges.check(CommandLoss.class, share);
        }
    }

    /**
     * Commands that leave the bridge arrive later than usual. Until the first arrives the one before
     * holds; those that are still on their way at the end are overtaken and lost.
     */
    record CommandDelay(
            @Parameter(
                            value = "exchange intervals that are added to the motor latency",
                            range = "[1, 1000]")
                    int by)
            implements Change {
        public CommandDelay {
            Ranges.check(CommandDelay.class, by);
        }
    }

    /** The body's velocity changes at once. */
    record Push(
            @Parameter(
                            value =
                                    "change of velocity along the plane's x axis, or ahead for a body"
                                            + " that drives",
                            unit = Unit.M_PER_S,
                            range = "[-10, 10]")
                    double x,
            @Parameter(
                            value =
                                    "change of velocity along the plane's y axis, or to the left for a"
                                            + " body that drives",
                            unit = Unit.M_PER_S,
                            range = "[-10, 10]")
                    double y)
            implements Change {
        public Push {
            Ranges.check(Push.class, x, y);
        }

        @Override
        public boolean lasts() {
            return false;
        }
    }

    /** The goal is elsewhere; afterwards it is where the task has it. */
    record MoveGoal(
            @Parameter(value = "place of the goal", unit = Unit.M, range = "[-1000, 1000]")
                    double x,
            @Parameter(value = "place of the goal", unit = Unit.M, range = "[-1000, 1000]")
                    double y)
            implements Change {
        public MoveGoal {
            Ranges.check(MoveGoal.class, x, y);
        }
    }

    /** Each command channel gets a normal variate added in each interval. */
    record MotorNoise(
            @Parameter(value = "standard deviation, in the command's unit", range = "[0, 1000000]")
                    double deviation)
            implements Change {
        public MotorNoise {
            Ranges.check(MotorNoise.class, deviation);
        }
    }

    /** The first two command channels are rotated against the body. */
    record RotateMotorMap(
            @Parameter(value = "angle", unit = Unit.RAD, range = "[-1000, 1000]") double angle)
            implements Change {
        public RotateMotorMap {
            Ranges.check(RotateMotorMap.class, angle);
        }
    }

    /** A share of the neurons, chosen by the seed, is silenced. */
    record Lesion(
            @Parameter(value = "share of the neurons", range = "[0, 1]") double share,
            @Parameter(value = "whose neurons", standard = "motor") Layer layer)
            implements Change {
        public Lesion {
            Ranges.check(Lesion.class, share, layer);
        }
    }

    /** A share of the plastic synapses, chosen by the seed, is lost for good. */
    record LesionSynapses(
            @Parameter(value = "share of the synapses", range = "[0, 1]") double share,
            @Parameter(value = "of which plastic projection, or all", standard = "all")
                    String projection)
            implements Change {
        public LesionSynapses {
            Ranges.check(LesionSynapses.class, share, projection);
        }

        @Override
        public boolean lasts() {
            return false;
        }
    }
}
