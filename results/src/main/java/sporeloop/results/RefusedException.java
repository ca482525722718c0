package sporeloop.results;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/**
 * A file or folder that can't be used as asked: its message is one sentence (with a mend, two) for the
 * user, fit to be printed as it stands.
 */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    /** Refuses with a sentence. */
    public RefusedException(String sentence) {
        super(sentence);
    }

    /** Refuses with a sentence, keeping what lay beneath for the log. */
    public RefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What went wrong beneath, in a few words: {@code permission denied}, {@code no space left on device}. */
    public static String why(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "a file of that name stands in the way";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return "the folder is not empty";
        }
        String reason =
                failure instanceof FileSystemException system
                        ? system.getReason()
                        : failure.getMessage();
        return reason == null || reason.isBlank()
                ? failure.getClass().getSimpleName()
                : reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
    }
}
