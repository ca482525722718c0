package sporeloop.environments.showcases;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import sporeloop.environments.Channel;
import sporeloop.environments.Scene;

/** What a network moves in a task of trials. */
interface Device {
    /** The firing rates it takes [Hz]. */
    List<Channel> command();

    /** Puts it where each trial begins. */
    void clear();

    /** Moves it for one interval at these rates, which are in range. */
    void move(double[] rates);

    /** Goes a step further towards the goal if it is there; true once all is accomplished. */
    boolean accomplishes();

    /** The rates that bring it to the goal. */
    void oracle(double[] into);

    /** Draws it. */
    void draw(Scene scene);

    /** Writes where it is. */
    void save(DataOutput out) throws IOException;

    /** Reads what {@link #save} wrote. */
    void restore(DataInput in) throws IOException;
}
