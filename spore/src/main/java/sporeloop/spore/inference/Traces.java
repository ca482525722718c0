package sporeloop.spore.inference;

import sporeloop.spore.numerics.Exponential;

/**
 * What the membranes see of the input spikes.
 *
 * <pre>
 *   x_i = τ_f/(τ_f − τ_r)·(f_i − r_i),  f, r: each input spike adds 1, then they decay by
 *         exp(−h/τ_f), exp(−h/τ_r) a step of h = 1 ms                                         (1)
 * </pre>
 *
 * <p>Not thread-safe.
 */
final class Traces {
    private final double keptFall;
    private final double keptRise;
    private final double norm;
    private final double[] fall;
    private final double[] rise;

    Traces(int inputs, double tauRise, double tauFall) {
        keptFall = Exponential.of(-1 / tauFall);
        keptRise = Exponential.of(-1 / tauRise);
        norm = tauFall / (tauFall - tauRise);
        fall = new double[inputs];
        rise = new double[inputs];
    }

    void step(boolean[] spikes) {
        for (int i = 0; i < fall.length; i++) {
            double spike = spikes[i] ? 1 : 0;
            fall[i] = (fall[i] + spike) * keptFall;
            rise[i] = (rise[i] + spike) * keptRise;
        }
    }

    /** Writes the traces (1) into {@code x}. */
    void read(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = norm * (fall[i] - rise[i]);
        }
    }
}
