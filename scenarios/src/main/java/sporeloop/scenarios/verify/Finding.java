package sporeloop.scenarios.verify;

/**
 * How one case fared in one way of replaying it.
 *
 * @param name the case
 * @param way how it was replayed
 * @param passed whether everything lay within its tolerance
 * @param detail the largest deviation, as a share of what is allowed, and where it was
 */
public record Finding(String name, String way, boolean passed, String detail) {
    /** The same with a remark. */
    Finding but(String remark) {
        return new Finding(name, way, passed, detail + "; " + remark);
    }
}
