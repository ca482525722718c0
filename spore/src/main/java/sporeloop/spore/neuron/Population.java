package sporeloop.spore.neuron;

import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;
import sporeloop.parameters.Unit;

/**
 * A population of Poisson neurons with double-exponential postsynaptic potentials; all its neurons
 * share these parameters. The equations stand in {@link PoissonNeurons}.
 */
public record Population(
        @Parameter(value = "number of neurons", range = "[1, 10000000]") int size,
        @Parameter(
                        value =
                                "dead time after a spike; 0: the number of spikes a step is Poisson",
                        unit = Unit.STEPS,
                        standard = "1 ms",
                        range = "[0, 1000000]",
                        source = "SPORE 2.14, poisson_dbl_exp_neuron")
                long deadTime,
        @Parameter(value = "dead times are drawn anew at each spike", standard = "false")
                boolean deadTimeRandom,
        @Parameter(
                        value = "shape of the Gamma law of random dead times",
                        standard = "1",
                        range = "[1, 1000]")
                int deadTimeShape,
        @Parameter(value = "a spike sets the membrane and its potentials to 0", standard = "true")
                boolean withReset,
        @Parameter(
                        value = "c₁, slope of the linear part of the rate",
                        unit = Unit.HZ,
                        standard = "0 Hz")
                double c1,
        @Parameter(
                        value = "c₂, size of the exponential part of the rate",
                        unit = Unit.HZ,
                        standard = "1.238 Hz")
                double c2,
        @Parameter(value = "c₃, steepness of the exponential part", standard = "0.25") double c3,
        @Parameter(value = "I_e, constant input", standard = "0") double iE,
        @Parameter(
                        value = "rise time of excitatory potentials",
                        unit = Unit.MS,
                        standard = "2 ms",
                        range = "(0, ∞)")
                double tauRiseExc,
        @Parameter(
                        value = "fall time of excitatory potentials",
                        unit = Unit.MS,
                        standard = "20 ms",
                        range = "(0, ∞)")
                double tauFallExc,
        @Parameter(
                        value = "rise time of inhibitory potentials",
                        unit = Unit.MS,
                        standard = "1 ms",
                        range = "(0, ∞)")
                double tauRiseInh,
        @Parameter(
                        value = "fall time of inhibitory potentials",
                        unit = Unit.MS,
                        standard = "10 ms",
                        range = "(0, ∞)")
                double tauFallInh,
        @Parameter(value = "factor of constant input and current", standard = "1")
                double inputConductance,
        @Parameter(
                        value = "rate that the threshold regulates to",
                        unit = Unit.HZ,
                        standard = "10 Hz",
                        range = "[0, ∞)")
                double targetRate,
        @Parameter(
                        value = "step of the threshold at a spike; 0: no homeostasis",
                        standard = "0",
                        range = "[0, ∞)")
                double targetAdaptationSpeed,
        @Parameter(value = "least threshold homeostasis may reach", standard = "-1000")
                double thresholdMin,
        @Parameter(value = "greatest threshold homeostasis may reach", standard = "1000")
                double thresholdMax) {

    /** Checks each parameter, and that potentials rise faster than they fall. */
    public Population {
        Ranges.check(
                Population.class,
                size,
                deadTime,
                deadTimeRandom,
                deadTimeShape,
                withReset,
                c1,
                c2,
                c3,
                iE,
                tauRiseExc,
                tauFallExc,
                tauRiseInh,
                tauFallInh,
                inputConductance,
                targetRate,
                targetAdaptationSpeed,
                thresholdMin,
                thresholdMax);
        riseBeforeFall("exc", tauRiseExc, tauFallExc);
        riseBeforeFall("inh", tauRiseInh, tauFallInh);
        if (!(thresholdMin <= 0 && 0 <= thresholdMax)) {
            throw new IllegalArgumentException(
                    "threshold-min = "
                            + thresholdMin
                            + " and threshold-max = "
                            + thresholdMax
                            + ", but 0, where thresholds start, must lie between them");
        }
    }

    /** {@code size} neurons with the defaults of the original software at a step of 1 ms. */
    public static Population of(int size) {
        return new Population(
                size, 1, false, 1, true, 0, 1.238, 0.25, 0, 2, 20, 1, 10, 1, 10, 0, -1000, 1000);
    }

    /** The same with another size. */
    public Population withSize(int neurons) {
        return with(neurons, deadTime, withReset, c1, c2, c3, iE);
    }

    /** The same with another dead time, in steps. */
    public Population withDeadTime(long steps) {
        return with(size, steps, withReset, c1, c2, c3, iE);
    }

    /** The same, with or without a reset at a spike. */
    public Population withReset(boolean reset) {
        return with(size, deadTime, reset, c1, c2, c3, iE);
    }

    /** The same with rate = linear·v + exponential·exp(steepness·v) [Hz]. */
    public Population withRate(double linear, double exponential, double steepness) {
        return with(size, deadTime, withReset, linear, exponential, steepness, iE);
    }

    /** The same with another constant input I_e. */
    public Population withInput(double current) {
        return with(size, deadTime, withReset, c1, c2, c3, current);
    }

    /** The same with thresholds that regulate the rate, no further than to {@code bound}. */
    public Population withHomeostasis(double rate, double speed, double bound) {
        return new Population(
                size,
                deadTime,
                deadTimeRandom,
                deadTimeShape,
                withReset,
                c1,
                c2,
                c3,
                iE,
                tauRiseExc,
                tauFallExc,
                tauRiseInh,
                tauFallInh,
                inputConductance,
                rate,
                speed,
                thresholdMin,
                bound);
    }

    private Population with(
            int neurons,
            long dead,
            boolean reset,
            double linear,
            double exponential,
            double steepness,
            double input) {
        return new Population(
                neurons,
                dead,
                deadTimeRandom,
                deadTimeShape,
                reset,
                linear,
                exponential,
                steepness,
                input,
                tauRiseExc,
                tauFallExc,
                tauRiseInh,
                tauFallInh,
                inputConductance,
                targetRate,
                targetAdaptationSpeed,
                thresholdMin,
                thresholdMax);
    }

    private static void riseBeforeFall(String kernel, double rise, double fall) {
        if (rise >= fall) {
            throw new IllegalArgumentException(
                    "tau-rise-"
                            + kernel
                            + " = "
                            + rise
                            + " ms, but must be in (0, "
                            + fall
                            + ") ms, below tau-fall-"
                            + kernel);
        }
    }
}
