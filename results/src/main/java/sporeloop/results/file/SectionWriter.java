package sporeloop.results.file;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Collects sections and writes them as a {@link SectionFile}. Collecting is quick; compressing and
 * writing happen in {@link #write}, which may be called on another thread while the run goes on.
 */
public final class SectionWriter {
    private static final int LEVEL = 3;

    private final String kind;
    private final int version;
    private final Map<String, byte[]> sections = new LinkedHashMap<>();

    SectionWriter(String kind, int version) {
        this.kind = kind;
        this.version = version;
    }

    /** Saves a part's state as a section of its own. */
    public SectionWriter section(String name, Saver part) throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        part.save(new DataOutputStream(raw));
        if (sections.putIfAbsent(name, raw.toByteArray()) != null) {
            throw new IllegalArgumentException("there is a section " + name + " already");
        }
        return this;
    }

    /** Writes the file, whole or not at all. */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, encode());
    }

    /** The file's bytes; the same sections give the same bytes. */
    ByteBuffer encode() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(SectionFile.MAGIC);
        out.writeShort(SectionFile.FORMAT);
        writeText(out, kind);
        out.writeInt(version);
        out.writeShort(sections.size());
        for (Map.Entry<String, byte[]> section : sections.entrySet()) {
            byte[] packed = Zstd.compress(section.getValue(), LEVEL);
            writeText(out, section.getKey());
            out.writeInt(section.getValue().length);
            out.writeInt(packed.length);
            out.writeInt(checksum(packed));
            out.write(packed);
        }
        out.writeInt(checksum(bytes.toByteArray()));
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(utf8.length);
        out.write(utf8);
    }

    private static int checksum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
