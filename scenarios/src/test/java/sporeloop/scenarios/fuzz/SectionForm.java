package sporeloop.scenarios.fuzz;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A section file whose sections are changed unpacked, then packed and sealed again with the right
 * checksums, so that what stands behind the framing is reached; now and then a length, the version or
 * the packed bytes are changed instead. Layout: {@code docs/formats.md}.
 */
final class SectionForm implements Form {
    private static final int MAGIC_BYTES = 8;

    private record Section(byte[] name, byte[] raw) {}

    @Override
    public byte[] changed(byte[] input, byte[] other, List<String> words, Mutator mutator) {
        if (mutator.once(8)) {
            return mutator.changed(input, other, words);
        }
        ByteBuffer in = ByteBuffer.wrap(input);
        byte[] head = new byte[MAGIC_BYTES + 2];
        in.get(head);
        byte[] kind = text(in);
        int version = in.getInt();
        List<Section> sections = sections(in);
        if (sections.isEmpty()) {
            return mutator.changed(input, other, words);
        }
        int chosen = mutator.below(sections.size());
        Section section = sections.get(chosen);
        byte[] twin = sections.get(mutator.below(sections.size())).raw;
        switch (mutator.below(12)) {
            case 0 -> sections.remove(chosen);
            case 1 -> sections.add(chosen, section);
            case 2 -> version = (int) mutator.number();
            case 3 -> sections.set(chosen, new Section(section.name, twin));
            case 4 ->
                    sections.set(
                            chosen,
                            new Section(mutator.changed(section.name, kind, words), section.raw));
            default ->
                    sections.set(
                            chosen,
                            new Section(section.name, mutator.changed(section.raw, twin, words)));
        }
        return encoded(head, kind, version, sections, mutator);
    }

    private static List<Section> sections(ByteBuffer in) {
        List<Section> sections = new ArrayList<>();
        for (int left = Short.toUnsignedInt(in.getShort()); left > 0; left--) {
            byte[] name = text(in);
            byte[] raw = new byte[in.getInt()];
            byte[] stored = new byte[in.getInt()];
            in.getInt();
            in.get(stored);
            Zstd.decompress(raw, stored);
            sections.add(new Section(name, raw));
        }
        return sections;
    }

    private static byte[] text(ByteBuffer in) {
        byte[] utf8 = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(utf8);
        return utf8;
    }

    private static byte[] encoded(
            byte[] head, byte[] kind, int version, List<Section> sections, Mutator mutator) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.write(head);
            write(out, kind);
            out.writeInt(version);
            out.writeShort(mutator.once(50) ? (int) mutator.number() : sections.size());
            for (Section section : sections) {
                byte[] packed = Zstd.compress(section.raw, 1);
                if (mutator.once(50)) {
                    packed = mutator.changed(packed, section.raw, List.of());
                }
                write(out, section.name);
                out.writeInt(mutator.once(50) ? (int) mutator.number() : section.raw.length);
                out.writeInt(mutator.once(100) ? (int) mutator.number() : packed.length);
                out.writeInt(checksum(packed, packed.length));
                out.write(packed);
            }
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, byte[] text) throws IOException {
        out.writeShort(text.length);
        out.write(Arrays.copyOf(text, Math.min(text.length, 0xFFFF)));
    }

    static int checksum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
