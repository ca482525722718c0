package sporeloop.results.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sporeloop.results.RefusedException;

class SectionFileTest {
    private static final long LIMIT = 1 << 20;

    @TempDir Path folder;

    @Property(tries = 300)
    void whatIsSavedComesBack(@ForAll @Size(max = 6) Map<String, byte[]> sections)
            throws IOException {
        SectionWriter writer = SectionFile.writer("agent", 3);
        for (Map.Entry<String, byte[]> section : sections.entrySet()) {
            writer.section(section.getKey(), out -> out.write(section.getValue()));
        }
        SectionFile file;
        try {
            file = SectionFile.parse("f", writer.encode(), "agent", 3, LIMIT);
        } catch (RefusedException refused) {
            // Two names of lone surrogates are the same '?' in UTF-8; no part is named so.
            assertTrue(sections.keySet().stream().anyMatch(SectionFileTest::isNoUnicode));
            return;
        }
        assertEquals(3, file.version());
        assertEquals(sections.size(), file.sections().size());
        List<byte[]> saved = List.copyOf(sections.values());
        for (int s = 0; s < saved.size(); s++) {
            byte[] back = new byte[saved.get(s).length];
            file.restore(file.sections().get(s), in -> in.readFully(back));
            assertArrayEquals(saved.get(s), back);
        }
    }

    @Property(tries = 3000)
    void anyFlippedByteIsRefused(@ForAll int at, @ForAll @IntRange(min = 1, max = 255) int flip)
            throws IOException {
        byte[] bytes = example();
        bytes[Math.floorMod(at, bytes.length)] ^= (byte) flip;
        refusal(bytes);
    }

    @Test
    void anyCutIsRefused() throws IOException {
        byte[] bytes = example();
        for (int length = 0; length < bytes.length; length++) {
            refusal(Arrays.copyOf(bytes, length));
        }
        refusal(Arrays.copyOf(bytes, bytes.length + 1));
    }

    @Property
    void anyBytesWithARightMagicAndChecksumAreReadOrRefused(@ForAll byte[] body)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(body.length + 14).put(SectionFile.MAGIC);
        bytes.putShort((short) 1).put(body);
        try {
            SectionFile file = SectionFile.parse("f", sealed(bytes), "", Integer.MAX_VALUE, LIMIT);
            for (String section : file.sections()) {
                file.restore(section, in -> in.readUTF());
            }
        } catch (RefusedException sentence) {
            assertTrue(sentence.getMessage().startsWith("f "), sentence.getMessage());
        }
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        byte[] packed = Zstd.compress(new byte[64 << 20], 3);
        for (int declared : new int[] {64 << 20, Integer.MAX_VALUE, 1000, -1}) {
            refusedWhenRead(packed, declared);
        }
    }

    @Test
    void aSectionThatIsPackedIntoNothingIsRefused() throws IOException {
        refusedWhenRead(new byte[0], 0);
        refusedWhenRead(new byte[0], 5);
        refusedWhenRead(new byte[1], 5);
    }

    /** A file of one section with the right checksums. */
    private static void refusedWhenRead(byte[] packed, int declared) throws IOException {
        CRC32C sum = new CRC32C();
        sum.update(packed);
        ByteBuffer bytes = ByteBuffer.allocate(packed.length + 100).put(SectionFile.MAGIC);
        bytes.putShort((short) 1).putShort((short) 0).putInt(1).putShort((short) 1);
        bytes.putShort((short) 0).putInt(declared).putInt(packed.length);
        bytes.putInt((int) sum.getValue()).put(packed);
        ByteBuffer whole =
                sealed(
                        ByteBuffer.wrap(Arrays.copyOf(bytes.array(), bytes.position() + 4))
                                .position(bytes.position()));
        assertThrows(
                RefusedException.class,
                () ->
                        SectionFile.parse("f", whole, "", 1, LIMIT)
                                .restore("", in -> in.readFully(new byte[1000])),
                "declared " + declared);
    }

    @Test
    void theWrongKindAndANewerVersionAreToldApart() throws IOException {
        Path file = folder.resolve("agent.bin");
        SectionFile.writer("agent", 2).section("network", out -> out.writeInt(7)).write(file);
        assertEquals(
                file + " holds a file of kind 'agent', not 'checkpoint'.",
                assertThrows(RefusedException.class, () -> SectionFile.read(file, "checkpoint", 2))
                        .getMessage());
        assertTrue(
                assertThrows(RefusedException.class, () -> SectionFile.read(file, "agent", 1))
                        .getMessage()
                        .contains("newer version"));
        SectionFile.read(file, "agent", 2).restore("network", in -> assertEquals(7, in.readInt()));
        assertEquals(1, folder.toFile().list().length, "no temporary is left");
    }

    @Test
    void aSectionThatIsNotTakenWholeIsRefused() throws IOException {
        SectionFile file = SectionFile.parse("f", ByteBuffer.wrap(example()), "agent", 1, LIMIT);
        assertThrows(RefusedException.class, () -> file.restore("network", in -> in.readInt()));
        assertThrows(RefusedException.class, () -> file.restore("body", in -> in.readLong()));
        assertThrows(RefusedException.class, () -> file.restore("soul", in -> {}));
        assertThrows(
                RefusedException.class,
                () -> file.restore("body", in -> Files.size(Path.of("\0" + in.readInt()))));
    }

    @Test
    void aMissingFileOrAFolderIsRefusedWithASentence() {
        for (Path file : new Path[] {folder.resolve("missing"), folder, Path.of("/dev/null")}) {
            String sentence =
                    assertThrows(RefusedException.class, () -> SectionFile.read(file, "agent", 1))
                            .getMessage();
            assertTrue(sentence.contains(file.toString()) && sentence.endsWith("."), sentence);
        }
    }

    private static byte[] example() throws IOException {
        return SectionFile.writer("agent", 1)
                .section("network", out -> out.write(new byte[300]))
                .section("body", out -> out.writeInt(42))
                .encode()
                .array();
    }

    private static void refusal(byte[] bytes) {
        assertThrows(
                RefusedException.class,
                () -> SectionFile.parse("f", ByteBuffer.wrap(bytes), "agent", 1, LIMIT));
    }

    /** Puts the checksum behind what was put so far, at the buffer's end. */
    private static ByteBuffer sealed(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate().flip());
        return bytes.putInt((int) sum.getValue()).flip();
    }

    private static boolean isNoUnicode(String text) {
        return text.codePoints()
                .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
