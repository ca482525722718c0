package sporeloop.scenarios.file;

import com.typesafe.config.ConfigOrigin;
import java.util.List;

/**
 * Where a value was written.
 *
 * @param file as the user would name it, or the option of the command line that gave the value
 * @param line counted from 1; 0 if the place is the file as a whole
 */
public record Place(String file, int line) {
    /** The origin of values given by {@code --set}. */
    static final String SET = "--set";

    /** The origin of values nobody gave. */
    static final Place DEFAULT = new Place("default", 0);

    private static final String MERGED = "merge of ";

    /** The place that {@code origin} describes, as {@code file: line} or {@code merge of a: 1,b: 2}. */
    public static Place of(ConfigOrigin origin) {
        String text = origin.description();
        if (!text.startsWith(MERGED)) {
            return one(text);
        }
        Place first = DEFAULT;
        // A block that the command line reaches into is still the file's.
        for (String part : List.of(text.substring(MERGED.length()).split(",", -1))) {
            Place place = one(part);
            if (!place.isCommandLine()) {
                return place;
            }
            first = first.equals(DEFAULT) ? place : first;
        }
        return first;
    }

    private static Place one(String text) {
        int colon = text.lastIndexOf(": ");
        if (colon < 0) {
            return new Place(text, 0);
        }
        String lines = text.substring(colon + 2);
        int dash = lines.indexOf('-');
        String first = dash < 0 ? lines : lines.substring(0, dash);
        return first.matches("\\d{1,9}")
                ? new Place(text.substring(0, colon), Integer.parseInt(first))
                : new Place(text, 0);
    }

    boolean isCommandLine() {
        return file.startsWith("--");
    }

    /** The sentence that complains about {@code key = value}; {@code rule} begins with its verb. */
    public BadInput but(String key, String value, String rule) {
        String lead =
                switch (file) {
                    case SET -> "--set " + key + "=" + value;
                    default ->
                            isCommandLine()
                                    ? file + " " + value
                                    : this + ": " + key + " = " + value;
                };
        return new BadInput(lead + ", but " + rule);
    }

    /** The sentence that complains about something else than a value. */
    public BadInput complaint(String sentence) {
        return new BadInput((isCommandLine() ? file : toString()) + ": " + sentence);
    }

    /** {@code file:line}, or {@code file} alone. */
    @Override
    public String toString() {
        return line > 0 && !isCommandLine() ? file + ":" + line : file;
    }
}
