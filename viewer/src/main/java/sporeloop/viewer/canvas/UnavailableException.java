package sporeloop.viewer.canvas;

/** What drawing needs is not there; the message is one sentence for the user. */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says what is missing, and what mends it. */
    public UnavailableException(String sentence) {
        super(sentence);
    }
}
