package sporeloop.environments;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A task in its body. It is advanced one exchange interval at a time under a constant command, fills
 * the buffers it is given, and allocates nothing while it advances.
 *
 * <ul>
 *   <li>Nothing resets by itself: after {@link Sensation#end} other than {@link End#NONE} the caller
 *       resets. The sensation in which an episode ended is always delivered.
 *   <li>Deterministic: the same seed and commands give the same bits, also when used before.
 *   <li>A command that is out of range is clipped to its {@link Channel}; one that is not a number
 *       counts as the channel's middle. State and observation never become NaN.
 *   <li>{@link #restore} builds the physics anew from the explicit state alone. The loop calls it with
 *       what {@link #save} just wrote on a fixed grid of simulated time, so that a run that goes on and
 *       a run that resumes pass through the same constructor.
 * </ul>
 *
 * <p>Not thread-safe.
 */
public interface Environment {
    /** Shapes, units, ranges, metrics; the same object at each call. */
    Spec spec();

    /**
     * Starts a new episode in a new world.
     *
     * @param seed decides all that is random in the episode
     * @param sensation filled with what is sensed at the start; its reward is 0
     */
    void reset(long seed, Sensation sensation);

    /**
     * Advances by one interval.
     *
     * @param command one number a channel of {@link Spec#command}; read only
     * @param sensation overwritten
     */
    void advance(double[] command, Sensation sensation);

    /**
     * Advances by one interval, through whose physics steps the command goes evenly from a former one
     * to a new one, see {@link Timing#ramp}. A task without physics steps takes the new one at once.
     *
     * @param former what acted at the end of the interval before; read only
     * @param command what is to act at the end of this one; read only
     * @param sensation overwritten
     */
    default void advance(double[] former, double[] command, Sensation sensation) {
        advance(command, sensation);
    }

    /** Fills in the command that a good controller, which sees the true state, would give now. */
    void oracle(double[] command);

    /**
     * Copies the running sums since construction, over all episodes, in the order of {@link
     * Spec#tallies}. They never decrease in meaning: a window's gain is a difference of two copies.
     */
    void tallies(double[] into);

    /**
     * Why this task can't take a disturbance, in one sentence; null if it can. Most take none.
     *
     * @param disturbance to be asked about before a run begins
     */
    default @Nullable String refusal(Disturbance disturbance) {
        String what =
                disturbance instanceof Disturbance.Push
                        ? "body that can be pushed"
                        : "goal that can be moved";
        return "The task " + spec().name() + " has no " + what + ".";
    }

    /**
     * Takes a disturbance, between two intervals.
     *
     * @throws IllegalArgumentException if there is a {@link #refusal}
     */
    default void disturb(Disturbance disturbance) {
        throw new IllegalArgumentException(refusal(disturbance));
    }

    /** Draws the present state; changes nothing. */
    void draw(Scene scene);

    /** Writes the explicit state: bodies, tallies, random streams. */
    void save(DataOutput out) throws IOException;

    /** Takes up the state that {@link #save} wrote, in a world built anew. */
    void restore(DataInput in) throws IOException;
}
