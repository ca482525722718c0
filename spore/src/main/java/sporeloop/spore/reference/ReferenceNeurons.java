package sporeloop.spore.reference;

import sporeloop.spore.neuron.Population;
import sporeloop.spore.neuron.SpikeDraw;

/**
 * Poisson neurons with double-exponential potentials, one neuron after the other, with the
 * platform's exponential.
 *
 * <pre>
 *   u = n_e·(fall − rise)_exc + n_i·(fall − rise)_inh + c·(I_e + I),  n = τ_fall/(τ_fall − τ_rise) (1)
 *   ϑ ← ϑ − 1e-3·h·target rate·speed                                                           (2)
 *   v = u − ϑ,  rate = c₁·v + c₂·exp(c₃·v),  p = 1 − exp(−1e-3·h·rate)                           (3)
 *   bap = n − p outside the dead time, else 0                                                   (4)
 * </pre>
 *
 * Source: NEST module SPORE 2.14, {@code poisson_dbl_exp_neuron}.
 */
public final class ReferenceNeurons {
    private final Population p;
    private final double stepMs;
    private final Cell[] cells;
    private final double[] bap;

    /** One neuron. */
    private static final class Cell {
        double fallExc;
        double riseExc;
        double fallInh;
        double riseInh;
        double membrane;
        double threshold;
        double current;
        double nextCurrent;
        double potential;
        double probability;
        long dead;
        int spikes;
    }

    /** Neurons at rest, with steps of {@code stepMs} [ms]. */
    public ReferenceNeurons(Population population, double stepMs) {
        p = population;
        this.stepMs = stepMs;
        cells = new Cell[population.size()];
        for (int j = 0; j < cells.length; j++) {
            cells[j] = new Cell();
        }
        bap = new double[cells.length];
    }

    /** Advances by a step with these inputs, [neurons] each. */
    public void advance(double[] exc, double[] inh, SpikeDraw draw, long step) {
        draw.begin(step);
        for (int j = 0; j < cells.length; j++) {
            Cell cell = cells[j];
            integrate(cell, exc[j], inh[j]);
            cell.spikes = 0;
            cell.potential = cell.membrane - cell.threshold;
            if (cell.dead > 0) {
                cell.dead--;
                cell.probability = -1;
                bap[j] = 0;
                continue;
            }
            double rate = p.c1() * cell.potential + p.c2() * Math.exp(p.c3() * cell.potential);
            double expected = Math.max(-20, 1e-3 * stepMs * rate);
            cell.probability = -Math.expm1(-expected); // (3)
            cell.spikes = draw.spikes(j, cell.probability, expected);
            bap[j] = cell.spikes - cell.probability; // (4)
            if (cell.spikes > 0) {
                fire(cell, draw.deadTime(j));
            }
        }
    }

    private void integrate(Cell cell, double exc, double inh) {
        cell.fallExc = cell.fallExc * Math.exp(-stepMs / p.tauFallExc()) + exc;
        cell.riseExc = cell.riseExc * Math.exp(-stepMs / p.tauRiseExc()) + exc;
        cell.fallInh = cell.fallInh * Math.exp(-stepMs / p.tauFallInh()) + inh;
        cell.riseInh = cell.riseInh * Math.exp(-stepMs / p.tauRiseInh()) + inh;
        double normExc = p.tauFallExc() / (p.tauFallExc() - p.tauRiseExc());
        double normInh = p.tauFallInh() / (p.tauFallInh() - p.tauRiseInh());
        cell.membrane =
                normExc * (cell.fallExc - cell.riseExc)
                        + normInh * (cell.fallInh - cell.riseInh)
                        + p.inputConductance() * (p.iE() + cell.current); // (1)
        cell.current = cell.nextCurrent;
        double lowered =
                cell.threshold - 1e-3 * stepMs * p.targetRate() * p.targetAdaptationSpeed();
        cell.threshold = Math.max(p.thresholdMin(), lowered); // (2)
    }

    private void fire(Cell cell, long deadTime) {
        cell.threshold = Math.min(p.thresholdMax(), cell.threshold + p.targetAdaptationSpeed());
        cell.dead = deadTime;
        if (p.withReset()) {
            cell.membrane = 0;
            cell.fallExc = 0;
            cell.riseExc = 0;
            cell.fallInh = 0;
            cell.riseInh = 0;
        }
    }

    /** Number of neurons. */
    public int size() {
        return cells.length;
    }

    /** Sets the input current of a neuron; the step after the next one feels it. */
    public void setCurrent(int neuron, double value) {
        cells[neuron].nextCurrent = value;
    }

    /** Spikes of a neuron in the last step. */
    public int spikes(int neuron) {
        return cells[neuron].spikes;
    }

    /** Learning signals of the last step, [neurons]. */
    public double[] signal() {
        return bap;
    }

    /** v of (3). */
    public double potential(int neuron) {
        return cells[neuron].potential;
    }

    /** u of (1), 0 after a reset. */
    public double membrane(int neuron) {
        return cells[neuron].membrane;
    }

    /** ϑ. */
    public double threshold(int neuron) {
        return cells[neuron].threshold;
    }

    /** p, −1 inside the dead time. */
    public double probability(int neuron) {
        return cells[neuron].probability;
    }
}
