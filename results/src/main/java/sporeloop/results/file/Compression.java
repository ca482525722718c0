package sporeloop.results.file;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.util.Native;
import java.io.IOException;
import java.nio.file.Path;
import sporeloop.results.RefusedException;

/**
 * The compression library, whose machine code unpacks itself into the temporary folder when it is first
 * used. What uses it loads it here before, so that a folder that is full, read-only or gone ends in a
 * sentence and not in the middle of a run.
 */
public final class Compression {
    private Compression() {}

    /**
     * Loads the library, once for all.
     *
     * @throws RefusedException naming the folder, if it can't be unpacked there
     */
    public static void load() throws RefusedException {
        try {
            Native.load();
        } catch (LinkageError | RuntimeException failure) {
            throw refused("compression", failure);
        }
    }

    /**
     * Unpacks bytes of a file that may be anybody's: no memory is taken for more than what they declare
     * and the caller expects.
     *
     * @param packed the first {@code packedLength} bytes of it
     * @param length of what must come out
     * @throws IOException if something else comes out
     */
    public static byte[] unpack(byte[] packed, int packedLength, int length) throws IOException {
        try {
            if (packedLength > 0 && Zstd.getFrameContentSize(packed, 0, packedLength) == length) {
                byte[] raw = new byte[length];
                if (Zstd.decompressByteArray(raw, 0, length, packed, 0, packedLength) == length) {
                    return raw;
                }
            }
        } catch (ZstdException notOurs) {
            throw new IOException(notOurs);
        }
        throw new IOException("what was packed does not make " + length + " bytes");
    }

    /** The sentence for a library that could not be unpacked or loaded. */
    public static RefusedException refused(String library, Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String why = String.valueOf(first.getMessage()).lines().findFirst().orElse("");
        return new RefusedException(
                "The %s library can't be unpacked to the temporary folder %s: %s. Free some space there, make it writable, or name another: SPORELOOP_JAVA_OPTIONS=-Djava.io.tmpdir=DIR."
                        .formatted(
                                library,
                                Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath(),
                                why),
                failure);
    }
}
