package sporeloop.environments.reaching;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What reaching rewards. With the angle α between velocity v and direct way, the limit angle α_max and
 * the top speed v_max:
 *
 * <pre>
 *   approach:    r = max(0, cos α)·|v|/v_max                                        (1)
 *   kaiser2019:  r = |v|/v_max·max(0, 1 − |α|/α_max)⁴, then smoothed:               (2)
 *                s ← s + (1 − exp(−interval/τ))·(r − s)                             (3)
 * </pre>
 *
 * Source of (2): the form that Kaiser et al. 2019 describe (speed times a steep power of an angle
 * term, zero beyond a limit, exponentially smoothed). Deviation: power, limit and τ are ours.
 */
public enum Reward {
    /** Speed of approach as a share of the top speed, without smoothing. */
    APPROACH,
    /** Speed times a steep angle term, smoothed. */
    KAISER2019;

    /** The reward as it runs. */
    static final class Signal {
        private final ReachingParameters p;
        private final double follow;
        private double smoothed;

        Signal(ReachingParameters parameters, double interval) {
            p = parameters;
            boolean smooths = p.reward() == KAISER2019 && p.rewardSmoothing() > 0;
            follow = smooths ? -Math.expm1(-interval / p.rewardSmoothing()) : 1;
        }

        /** The reward of this moment, from the way to the goal [m] and the velocity [m/s]. */
        double momentary(double dx, double dy, double vx, double vy) {
            double way = Math.hypot(dx, dy);
            double speed = Math.hypot(vx, vy);
            if (way == 0 || speed == 0) {
                return 0;
            }
            double cosine = (dx * vx + dy * vy) / (way * speed);
            double share = Math.min(1, speed / p.topSpeed());
            if (p.reward() == APPROACH) {
                return Math.max(0, Math.min(1, cosine)) * share; // (1)
            }
            double angle = Math.acos(Math.max(-1, Math.min(1, cosine)));
            double straight = Math.max(0, 1 - angle / p.limitAngle());
            return share * straight * straight * straight * straight; // (2)
        }

        /** The reward of an interval whose mean momentary reward is {@code mean}. */
        double smoothed(double mean) {
            smoothed += follow * (mean - smoothed); // (3)
            return smoothed;
        }

        void clear() {
            smoothed = 0;
        }

        void save(DataOutput out) throws IOException {
            out.writeDouble(smoothed);
        }

        void restore(DataInput in) throws IOException {
            smoothed = in.readDouble();
        }
    }
}
