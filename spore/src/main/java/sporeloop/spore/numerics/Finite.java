package sporeloop.spore.numerics;

import java.io.DataInput;
import java.io.IOException;

/** Reading of saved numbers. */
public final class Finite {
    private Finite() {}

    /**
     * The next number: a file that was tampered with must not bring one into a network that then spoils
     * each that it meets.
     *
     * @throws IOException if it is infinite or not a number
     */
    public static double read(DataInput in) throws IOException {
        double number = in.readDouble();
        if (!Double.isFinite(number)) {
            throw new IOException("a saved number is " + number);
        }
        return number;
    }
}
