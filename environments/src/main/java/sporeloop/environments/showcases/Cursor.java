package sporeloop.environments.showcases;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sporeloop.environments.Channel;
import sporeloop.environments.RandomStream;
import sporeloop.environments.Scene;

/**
 * A cursor on a plane that is to be held on a target, moved by 20 rates through a random map M.
 *
 * <pre>
 *   M: 2 × 20 normal variates, each row then of mean 0 and variance 1                       (1)
 *   each 15 ms:  cursor ← 0.95·cursor + 0.05·M·rates;  for an interval I: 0.95^(I/15 ms)     (2)
 *   accomplished: within 10 of (20, 20) for 0.1 s                                           (3)
 * </pre>
 */
final class Cursor implements Device {
    static final int CONTROLS = 20;
    private static final double TARGET = 20;
    private static final double RADIUS = 10;
    private static final double HOLD = 0.1;

    private final List<Channel> command;
    private final double[][] map = new double[2][CONTROLS];
    private final double[] solution = new double[CONTROLS];
    private final double keep;
    private final long toHold;
    private final double[] at = new double[2];
    private long held;

    Cursor(double highestRate, double interval, long seed) {
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < CONTROLS; i++) {
            channels.add(new Channel("control_" + i, "Hz", 0, highestRate));
        }
        command = List.copyOf(channels);
        keep = StrictMath.pow(0.95, interval / 0.015);
        toHold = (long) Math.ceil(HOLD / interval - 1e-9);
        RandomStream random = new RandomStream();
        random.seed(seed, 4);
        for (double[] row : map) {
            double mean = 0;
            double square = 0;
            for (int i = 0; i < CONTROLS; i++) {
                row[i] = random.normal();
                mean += row[i] / CONTROLS;
            }
            for (int i = 0; i < CONTROLS; i++) {
                row[i] -= mean;
                square += row[i] * row[i] / CONTROLS;
            }
            for (int i = 0; i < CONTROLS; i++) {
                row[i] /= Math.sqrt(square); // (1)
            }
        }
        solve();
    }

    @Override
    public List<Channel> command() {
        return command;
    }

    @Override
    public void clear() {
        at[0] = 0;
        at[1] = 0;
        held = 0;
    }

    @Override
    public void move(double[] rates) {
        for (int axis = 0; axis < 2; axis++) {
            double pull = 0;
            for (int i = 0; i < CONTROLS; i++) {
                pull += map[axis][i] * rates[i];
            }
            at[axis] = keep * at[axis] + (1 - keep) * pull; // (2)
        }
    }

    @Override
    public boolean accomplishes() {
        held = Math.hypot(at[0] - TARGET, at[1] - TARGET) < RADIUS ? held + 1 : 0;
        return held >= toHold; // (3)
    }

    @Override
    public void oracle(double[] into) {
        System.arraycopy(solution, 0, into, 0, CONTROLS);
    }

    @Override
    public void draw(Scene scene) {
        scene.notToScale();
        scene.rectangle(Scene.Role.GROUND, -0.6, -0.6, 0.6, 0.6);
        scene.circle(Scene.Role.GOAL, TARGET / 100, TARGET / 100, RADIUS / 100);
        double x = Math.max(-0.57, Math.min(0.57, at[0] / 100));
        double y = Math.max(-0.57, Math.min(0.57, at[1] / 100));
        scene.line(Scene.Role.TRAIL, 0.01, 0, 0, x, y);
        scene.circle(Scene.Role.BODY, x, y, 0.025);
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeDouble(at[0]);
        out.writeDouble(at[1]);
        out.writeLong(held);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        at[0] = in.readDouble();
        at[1] = in.readDouble();
        held = in.readLong();
    }

    /** The least rates around 10 Hz that pull to the target: 10 + Mᵀ·(M·Mᵀ)⁻¹·target. */
    private void solve() {
        double a = 0;
        double b = 0;
        double d = 0;
        for (int i = 0; i < CONTROLS; i++) {
            a += map[0][i] * map[0][i];
            b += map[0][i] * map[1][i];
            d += map[1][i] * map[1][i];
        }
        double determinant = a * d - b * b;
        double first = (d - b) * TARGET / determinant;
        double second = (a - b) * TARGET / determinant;
        for (int i = 0; i < CONTROLS; i++) {
            double rate = 10 + map[0][i] * first + map[1][i] * second;
            solution[i] = command.get(i).clip(rate);
        }
    }
}
