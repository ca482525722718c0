package sporeloop.scenarios.file;

import com.typesafe.config.ConfigOrigin;

/**
 * Where a value was written.
 *
 * @param file as the user would name it; {@link #COMMAND_LINE} for {@code --set}
 * @param line counted from 1; 0 if the place is the file as a whole
 */
record Place(String file, int line) {
    /** The origin of values given by {@code --set}. */
    static final String COMMAND_LINE = "--set";

    /** The origin of values nobody gave. */
    static final Place DEFAULT = new Place("default", 0);

    /** The place that {@code origin} describes as {@code file: line} or {@code merge of a: 1,b: 2}. */
    static Place of(ConfigOrigin origin) {
        String text = origin.description();
        if (text.startsWith("merge of ")) {
            text = text.substring("merge of ".length());
            int comma = text.indexOf(',');
            text = comma < 0 ? text : text.substring(0, comma);
        }
        int line = Math.max(0, origin.lineNumber());
        int colon = text.lastIndexOf(": ");
        return new Place(colon < 0 ? text : text.substring(0, colon), line);
    }

    boolean isCommandLine() {
        return file.equals(COMMAND_LINE);
    }

    /** The sentence that complains about {@code key = value}; {@code rule} begins with its verb. */
    BadInput but(String key, String value, String rule) {
        return isCommandLine()
                ? new BadInput("--set " + key + "=" + value + ", but " + rule)
                : new BadInput(this + ": " + key + " = " + value + ", but " + rule);
    }

    /** The sentence that complains about something else than a value. */
    BadInput complaint(String sentence) {
        return new BadInput(this + ": " + sentence);
    }

    /** {@code file:line}, or {@code file} alone. */
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
