package sporeloop.bridge;

import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/** A fault or a change that befalls what passes the bridge, for a stretch of simulated time. */
public sealed interface Intervention {
    /** Simulated time at which it begins [s]. */
    double at();

    /** How long it lasts [s]; 0: to the end. */
    double lasts();

    /** Simulated time at which it is over [s]; infinite: never. */
    default double ends() {
        return lasts() == 0 ? Double.POSITIVE_INFINITY : at() + lasts();
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
            @Parameter(
                            value =
                                    "simulated time at which it begins, a whole number of exchange intervals",
                            unit = Unit.S,
                            range = "[0, 10000000000]")
                    double at,
            @Parameter(
                            value = "how long it lasts, in whole exchange intervals; 0: to the end",
                            unit = Unit.S,
                            standard = "0 s",
                            range = "[0, 10000000000]")
                    double lasts,
            @Parameter(value = "probability that a spike is lost", range = "[0, 1]") double share)
            implements Intervention {
        public SpikeLoss {
            Ranges.check(SpikeLoss.class, at, lasts, share);
        }
    }

    /** Each sensory spike is shifted by up to a number of steps, within its interval. */
    record Jitter(
            @Parameter(
                            value =
                                    "simulated time at which it begins, a whole number of exchange intervals",
                            unit = Unit.S,
                            range = "[0, 10000000000]")
                    double at,
            @Parameter(
                            value = "how long it lasts, in whole exchange intervals; 0: to the end",
                            unit = Unit.S,
                            standard = "0 s",
                            range = "[0, 10000000000]")
                    double lasts,
            @Parameter(
                            value = "greatest shift to either side",
                            unit = Unit.STEPS,
                            range = "[1, 1000000]")
                    long spread)
            implements Intervention {
        public Jitter {
            Ranges.check(Jitter.class, at, lasts, spread);
        }
    }

    /** Each sensory neuron fires at random in addition. */
    record NoiseSpikes(
            @Parameter(
                            value =
                                    "simulated time at which it begins, a whole number of exchange intervals",
                            unit = Unit.S,
                            range = "[0, 10000000000]")
                    double at,
            @Parameter(
                            value = "how long it lasts, in whole exchange intervals; 0: to the end",
                            unit = Unit.S,
                            standard = "0 s",
                            range = "[0, 10000000000]")
                    double lasts,
            @Parameter(value = "rate of a neuron", unit = Unit.HZ, range = "[0, 100000]")
                    double rate)
            implements Intervention {
        public NoiseSpikes {
            Ranges.check(NoiseSpikes.class, at, lasts, rate);
        }
    }

    /** No sensory spike gets through. */
    record Blackout(
            @Parameter(
                            value =
                                    "simulated time at which it begins, a whole number of exchange intervals",
                            unit = Unit.S,
                            range = "[0, 10000000000]")
                    double at,
            @Parameter(
                            value = "how long it lasts, in whole exchange intervals; 0: to the end",
                            unit = Unit.S,
                            standard = "0 s",
                            range = "[0, 10000000000]")
                    double lasts)
            implements Intervention {
        public Blackout {
            Ranges.check(Blackout.class, at, lasts);
        }
    }

    /** The observation stays as it was at the beginning, and the camera sees nothing. */
    record FrozenSensor(
            @Parameter(
                            value =
                                    "simulated time at which it begins, a whole number of exchange intervals",
                            unit = Unit.S,
                            range = "[0, 10000000000]")
                    double at,
            @Parameter(
                            value = "how long it lasts, in whole exchange intervals; 0: to the end",
                            unit = Unit.S,
                            standard = "0 s",
                            range = "[0, 10000000000]")
                    double lasts)
            implements Intervention {
        public FrozenSensor {
            Ranges.check(FrozenSensor.class, at, lasts);
        }
    }

    /** The command of an interval is lost with a probability; the one before it holds. */
    record CommandLoss(
            @Parameter(
                            value =
                                    "simulated time at which it begins, a whole number of exchange intervals",
                            unit = Unit.S,
                            range = "[0, 10000000000]")
                    double at,
            @Parameter(
                            value = "how long it lasts, in whole exchange intervals; 0: to the end",
                            unit = Unit.S,
                            standard = "0 s",
                            range = "[0, 10000000000]")
                    double lasts,
            @Parameter(value = "probability that a command is lost", range = "[0, 1]") double share)
            implements Intervention {
        public CommandLoss {
            Ranges.check(CommandLoss.class, at, lasts, share);
        }
    }

    /**
     * Commands that leave the bridge arrive later than usual. Until the first arrives the one before
     * holds; those that are still on their way at the end are overtaken and lost.
     */
    record CommandDelay(
            @Parameter(
                            value =
                                    "simulated time at which it begins, a whole number of exchange intervals",
                            unit = Unit.S,
                            range = "[0, 10000000000]")
                    double at,
            @Parameter(
                            value = "how long it lasts, in whole exchange intervals; 0: to the end",
                            unit = Unit.S,
                            standard = "0 s",
                            range = "[0, 10000000000]")
                    double lasts,
            @Parameter(
                            value = "exchange intervals that are added to the motor latency",
                            range = "[1, 1000]")
                    int by)
            implements Intervention {
        public CommandDelay {
            Ranges.check(CommandDelay.class, at, lasts, by);
        }
    }

    /** The body's velocity changes at once. */
    record Push(
            @Parameter(
                            value =
                                    "simulated time at which it happens, a whole number of exchange intervals",
                            unit = Unit.S,
                            range = "[0, 10000000000]")
                    double at,
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
            implements Intervention {
        public Push {
            Ranges.check(Push.class, at, x, y);
        }

        @Override
        public double lasts() {
            return 0;
        }

        @Override
        public double ends() {
            return at;
        }
    }

    /** The goal is elsewhere; afterwards it is where the task has it. */
    record MoveGoal(
            @Parameter(
                            value =
                                    "simulated time at which it begins, a whole number of exchange intervals",
                            unit = Unit.S,
                            range = "[0, 10000000000]")
                    double at,
            @Parameter(
                            value = "how long it lasts, in whole exchange intervals; 0: to the end",
                            unit = Unit.S,
                            standard = "0 s",
                            range = "[0, 10000000000]")
                    double lasts,
            @Parameter(value = "place of the goal", unit = Unit.M, range = "[-1000, 1000]")
                    double x,
            @Parameter(value = "place of the goal", unit = Unit.M, range = "[-1000, 1000]")
                    double y)
            implements Intervention {
        public MoveGoal {
            Ranges.check(MoveGoal.class, at, lasts, x, y);
        }
    }

    /** Each command channel gets a normal variate added in each interval. */
    record MotorNoise(
            @Parameter(
                            value =
                                    "simulated time at which it begins, a whole number of exchange intervals",
                            unit = Unit.S,
                            range = "[0, 10000000000]")
                    double at,
            @Parameter(
                            value = "how long it lasts, in whole exchange intervals; 0: to the end",
                            unit = Unit.S,
                            standard = "0 s",
                            range = "[0, 10000000000]")
                    double lasts,
            @Parameter(value = "standard deviation, in the command's unit", range = "[0, 1000000]")
                    double deviation)
            implements Intervention {
        public MotorNoise {
            Ranges.check(MotorNoise.class, at, lasts, deviation);
        }
    }

    /** The first two command channels are rotated against the body. */
    record RotateMotorMap(
            @Parameter(
                            value =
                                    "simulated time at which it begins, a whole number of exchange intervals",
                            unit = Unit.S,
                            range = "[0, 10000000000]")
                    double at,
            @Parameter(
                            value = "how long it lasts, in whole exchange intervals; 0: to the end",
                            unit = Unit.S,
                            standard = "0 s",
                            range = "[0, 10000000000]")
                    double lasts,
            @Parameter(value = "angle", unit = Unit.RAD, range = "[-1000, 1000]") double angle)
            implements Intervention {
        public RotateMotorMap {
            Ranges.check(RotateMotorMap.class, at, lasts, angle);
        }
    }

    /** A share of the neurons, chosen by the seed, is silenced. */
    record Lesion(
            @Parameter(
                            value =
                                    "simulated time at which it begins, a whole number of exchange intervals",
                            unit = Unit.S,
                            range = "[0, 10000000000]")
                    double at,
            @Parameter(
                            value = "how long it lasts, in whole exchange intervals; 0: to the end",
                            unit = Unit.S,
                            standard = "0 s",
                            range = "[0, 10000000000]")
                    double lasts,
            @Parameter(value = "share of the neurons", range = "[0, 1]") double share,
            @Parameter(value = "whose neurons", standard = "motor") Layer layer)
            implements Intervention {
        public Lesion {
            Ranges.check(Lesion.class, at, lasts, share, layer);
        }
    }
}
