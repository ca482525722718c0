package sporeloop.viewer.canvas;

/** A cut of the one typeface. */
public enum Face {
    /** For what is read. */
    REGULAR("Inter-Regular.otf"),
    /** For headings and for numbers that matter. */
    BOLD("Inter-SemiBold.otf");

    private final String file;

    Face(String file) {
        this.file = file;
    }

    /** Where the font lies in the class path. */
    String resource() {
        return "/com/formdev/flatlaf/fonts/inter/" + file;
    }
}
