package sporeloop.scenarios.verify;

import sporeloop.spore.plasticity.PlasticSynapses;
import sporeloop.spore.reference.ReferenceSynapses;

/** Plastic synapses that a case is replayed by: the engine's, or the reference's. */
interface ReplayedSynapses {
    /** A spike of presynaptic neuron {@code pre}, stamped with the step that comes next. */
    void spike(int pre);

    /** Takes the learning signals and the reward of a step; {@link #finishStep} must follow. */
    void remember(double[] bap, double reward);

    /** Brings eligibility, gradient and traces up to now. */
    void settle();

    /** Ends the step; whether there was an update. */
    boolean finishStep();

    /** Lets steps pass in which there is no spike, no learning signal and no reward. */
    void pass(long steps);

    double theta(int k);

    /** θ of all synapses. */
    double[] theta();

    double weight(int k);

    double eligibility(int k);

    double gradient(int k);

    double facilitation(int pre);

    double depression(int pre);

    /** The production engine. */
    record Engine(PlasticSynapses synapses) implements ReplayedSynapses {
        @Override
        public void spike(int pre) {
            synapses.spike(pre);
        }

        @Override
        public void remember(double[] bap, double reward) {
            synapses.remember(bap, reward);
        }

        @Override
        public void settle() {
            synapses.settle();
        }

        @Override
        public boolean finishStep() {
            return synapses.finishStep();
        }

        @Override
        public void pass(long steps) {
            double[] silence = new double[synapses.pairs().posts];
            for (long n = 0; n < steps; n++) {
                synapses.remember(silence, 0);
                synapses.finishStep();
            }
        }

        @Override
        public double theta(int k) {
            return synapses.theta(k);
        }

        @Override
        public double[] theta() {
            return synapses.theta();
        }

        @Override
        public double weight(int k) {
            return synapses.weight(k);
        }

        @Override
        public double eligibility(int k) {
            return synapses.eligibility(k);
        }

        @Override
        public double gradient(int k) {
            return synapses.gradient(k);
        }

        @Override
        public double facilitation(int pre) {
            return synapses.facilitation(pre);
        }

        @Override
        public double depression(int pre) {
            return synapses.depression(pre);
        }
    }

    /** The per-step, per-synapse rule. */
    record Reference(ReferenceSynapses synapses, int count) implements ReplayedSynapses {
        @Override
        public void spike(int pre) {
            synapses.spike(pre);
        }

        @Override
        public void remember(double[] bap, double reward) {
            synapses.remember(bap, reward);
        }

        @Override
        public void settle() {}

        @Override
        public boolean finishStep() {
            boolean due = synapses.updateDue();
            if (due) {
                synapses.update();
            }
            return due;
        }

        @Override
        public void pass(long steps) {
            long left = steps;
            while (left > 0) {
                long now = Math.min(left, synapses.stepsToUpdate());
                synapses.pass(now);
                finishStep();
                left -= now;
            }
        }

        @Override
        public double theta(int k) {
            return synapses.theta(k);
        }

        @Override
        public double[] theta() {
            double[] theta = new double[count];
            for (int k = 0; k < count; k++) {
                theta[k] = synapses.theta(k);
            }
            return theta;
        }

        @Override
        public double weight(int k) {
            return synapses.weight(k);
        }

        @Override
        public double eligibility(int k) {
            return synapses.eligibility(k);
        }

        @Override
        public double gradient(int k) {
            return synapses.gradient(k);
        }

        @Override
        public double facilitation(int pre) {
            return synapses.facilitation(pre);
        }

        @Override
        public double depression(int pre) {
            return synapses.depression(pre);
        }
    }
}
