package sporeloop.bridge;

/** An error in one side of the loop that would otherwise take the whole process with it. */
public final class SideFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The error of a side, as the failure of that side alone. */
    public SideFailedException(Error cause) {
        super(cause.toString(), cause);
    }
}
