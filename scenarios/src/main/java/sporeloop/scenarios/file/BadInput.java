package sporeloop.scenarios.file;

import java.io.Serial;

/**
 * What a user gave can't be used. The message is one sentence with place, name, value, rule and mend;
 * the command line prints it alone and ends with exit code 2.
 */
public final class BadInput extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    public BadInput(String sentence) {
        super(sentence, null, false, false);
    }
}
