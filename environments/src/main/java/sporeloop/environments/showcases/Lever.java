package sporeloop.environments.showcases;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import sporeloop.environments.Channel;
import sporeloop.environments.Scene;

/**
 * A lever that is to be pulled and then pushed.
 *
 * <pre>
 *   each 15 ms:  lever ← 0.95·lever + 0.05·(up − down);  for an interval I: 0.95^(I/15 ms)     (1)
 *   pulled: lever &lt; −15 Hz, once;  accomplished: lever &gt; 15 Hz after that                     (2)
 * </pre>
 */
final class Lever implements Device {
    private static final double PLACE = 15;

    private final List<Channel> command;
    private final double keep;
    private double lever;
    private boolean pulled;

    Lever(double highestRate, double interval) {
        command =
                List.of(
                        new Channel("up", "Hz", 0, highestRate),
                        new Channel("down", "Hz", 0, highestRate));
        keep = StrictMath.pow(0.95, interval / 0.015);
    }

    @Override
    public List<Channel> command() {
        return command;
    }

    @Override
    public void clear() {
        lever = 0;
        pulled = false;
    }

    @Override
    public void move(double[] rates) {
        lever = keep * lever + (1 - keep) * (rates[0] - rates[1]); // (1)
    }

    @Override
    public boolean accomplishes() {
        pulled |= lever < -PLACE; // (2)
        return pulled && lever > PLACE;
    }

    @Override
    public void oracle(double[] into) {
        double full = command.get(0).max() / 2;
        into[0] = pulled ? full : 0;
        into[1] = pulled ? 0 : full;
    }

    /** The lever on its scale, with both marks; the one to go to is lit. */
    @Override
    public void draw(Scene scene) {
        scene.notToScale();
        scene.rectangle(Scene.Role.GROUND, -0.7, -0.7, 0.7, 0.7);
        scene.line(Scene.Role.INSTRUMENT, 0.08, 0, -0.6, 0, 0.6);
        double mark = PLACE / 60;
        scene.line(pulled ? Scene.Role.MARKING : Scene.Role.GOAL, 0.03, -0.2, -mark, 0.2, -mark);
        scene.line(pulled ? Scene.Role.GOAL : Scene.Role.MARKING, 0.03, -0.2, mark, 0.2, mark);
        double at = Math.max(-0.6, Math.min(0.6, lever / 60));
        scene.line(Scene.Role.LIMB, 0.05, -0.55, 0, 0, at);
        scene.circle(Scene.Role.BODY, 0, at, 0.06);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeDouble(lever);
        out.writeBoolean(pulled);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        lever = in.readDouble();
        pulled = in.readBoolean();
    }
}
