package sporeloop.results.file;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import sporeloop.results.RefusedException;

/**
 * A file of named sections (an agent, a checkpoint), read whole into memory and checked before any of
 * it is used. Layout: {@code docs/formats.md}. What is cut, damaged, foreign, of another kind or from
 * a newer program is refused with a sentence, and no file makes the reader take more memory than
 * {@link #LARGEST} or a quarter of the heap.
 */
public final class SectionFile {
    static final byte[] MAGIC = {(byte) 0x89, 'S', 'P', 'L', '\r', '\n', 0x1a, '\n'};
    static final int FORMAT = 1;
    static final int CHECKSUM_BYTES = 4;

    /** No file, and no file's contents, larger than this are read [bytes]. */
    public static final long LARGEST = 512L << 20;

    private record Stored(ByteBuffer bytes, int length) {}

    private final String name;
    private final int version;
    private final Map<String, Stored> sections = new LinkedHashMap<>();

    private SectionFile(String name, int version) {
        this.name = name;
        this.version = version;
    }

    /**
     * Starts a file.
     *
     * @param kind what it holds: {@code agent}, {@code checkpoint}
     * @param version raised whenever what the sections hold changes
     */
    public static SectionWriter writer(String kind, int version) {
        return new SectionWriter(kind, version);
    }

    /**
     * Reads and checks a file.
     *
     * @param kind what it must hold
     * @param newest the newest version of the contents that the caller understands
     */
    public static SectionFile read(Path file, String kind, int newest) throws IOException {
        Compression.load();
        long limit = Math.min(LARGEST, Runtime.getRuntime().maxMemory() / 4);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes((int) limit + 1);
        } catch (IOException failure) {
            throw new RefusedException(
                    "Cannot read " + file + ": " + RefusedException.why(failure) + ".", failure);
        }
        return parse(file.toString(), ByteBuffer.wrap(bytes), kind, newest, limit);
    }

    static SectionFile parse(String name, ByteBuffer bytes, String kind, int newest, long limit)
            throws RefusedException {
        int length = bytes.remaining();
        if (length > limit) {
            throw tooLarge(name, limit);
        }
        byte[] magic = new byte[Math.min(MAGIC.length, length)];
        bytes.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new RefusedException(name + " is not a file of Sporeloop's.");
        }
        try {
            int format = bytes.getShort();
            if (format > FORMAT) {
                throw newer(name);
            }
            CRC32C checksum = new CRC32C();
            checksum.update(bytes.duplicate().rewind().limit(length - CHECKSUM_BYTES));
            if ((int) checksum.getValue() != bytes.getInt(length - CHECKSUM_BYTES)) {
                throw damaged(name);
            }
            bytes.limit(length - CHECKSUM_BYTES);
            String found = text(bytes);
            if (!found.equals(kind)) {
                throw new RefusedException(
                        name + " holds a file of kind '" + found + "', not '" + kind + "'.");
            }
            int version = bytes.getInt();
            if (version > newest) {
                throw newer(name);
            }
            SectionFile file = new SectionFile(name, version);
            file.index(bytes, limit);
            return file;
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException cut) {
            throw damaged(name);
        }
    }

    private void index(ByteBuffer bytes, long limit) throws RefusedException {
        long total = 0;
        for (int left = Short.toUnsignedInt(bytes.getShort()); left > 0; left--) {
            String section = text(bytes);
            int raw = bytes.getInt();
            int stored = bytes.getInt();
            int checksum = bytes.getInt();
            if (raw < 0 || stored < 0 || stored > bytes.remaining()) {
                throw damaged(name);
            }
            total += raw;
            if (total > limit) {
                throw tooLarge(name, limit);
            }
            ByteBuffer contents = bytes.slice(bytes.position(), stored);
            bytes.position(bytes.position() + stored);
            CRC32C sum = new CRC32C();
            sum.update(contents.duplicate());
            if ((int) sum.getValue() != checksum
                    || sections.put(section, new Stored(contents, raw)) != null) {
                throw damaged(name);
            }
        }
        if (bytes.hasRemaining()) {
            throw damaged(name);
        }
    }

    private static String text(ByteBuffer bytes) {
        byte[] utf8 = new byte[Short.toUnsignedInt(bytes.getShort())];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Version of the contents, at most the newest asked for. */
    public int version() {
        return version;
    }

    /** The sections in the file's order. */
    public List<String> sections() {
        return List.copyOf(sections.keySet());
    }

    /** Hands a section to the part it belongs to, which must take all of it. */
    public void restore(String section, Restorer part) throws IOException {
        Stored stored = sections.get(section);
        if (stored == null) {
            throw new RefusedException(name + " has no section '" + section + "'.");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(unpack(stored)));
        try {
            part.restore(in);
        } catch (RefusedException sentence) {
            throw sentence;
        } catch (IOException | RuntimeException misfit) {
            throw misfit(section, misfit);
        }
        if (in.available() > 0) {
            throw misfit(section, null);
        }
    }

    private byte[] unpack(Stored stored) throws RefusedException {
        byte[] packed = new byte[stored.bytes.remaining()];
        stored.bytes.duplicate().get(packed);
        try {
            return Compression.unpack(packed, packed.length, stored.length);
        } catch (IOException notOurs) {
            throw damaged(name);
        }
    }

    private RefusedException misfit(String section, @Nullable Throwable cause) {
        String detail =
                cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
        RefusedException refused =
                new RefusedException(
                        name
                                + ": section '"
                                + section
                                + "' was saved by a run of another shape"
                                + detail
                                + ".");
        if (cause != null) {
            refused.initCause(cause);
        }
        return refused;
    }

    private static RefusedException damaged(String name) {
        return new RefusedException(name + " is damaged or was cut off: its checksum is wrong.");
    }

    private static RefusedException newer(String name) {
        return new RefusedException(
                name + " was written by a newer version of Sporeloop. Read it with that one.");
    }

    private static RefusedException tooLarge(String name, long limit) {
        return new RefusedException(
                name
                        + " is or unpacks to more than the "
                        + (limit >> 20)
                        + " MB this program reads."
                        + " If it is yours, give Java more memory (-Xmx).");
    }
}
