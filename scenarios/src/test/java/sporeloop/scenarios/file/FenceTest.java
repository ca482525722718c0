package sporeloop.scenarios.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FenceTest {
    @TempDir Path folder;

    @Test
    void aSubstitutionIsRefusedWithItsLine() {
        assertEquals(
                "a.conf:2: substitutions like ${…} are not allowed. Write the value itself.",
                refusal("x = 1\ny = ${HOME}"));
        assertTrue(refusal("y = ${?PATH}").contains("substitutions"));
        assertTrue(refusal("a = \"\"\"x\"\"\"\"${HOME}").contains("substitutions"));
    }

    @Test
    void aDollarInACommentOrAStringIsNoSubstitution() {
        assertEquals(1, Source.text("# ${HOME}\n// ${x}\na = \"${x}\"", "a.conf").size());
    }

    @Test
    void selfDoublingSubstitutionsAreRefusedAtOnce() {
        StringBuilder bomb = new StringBuilder("a0 = [1, 1]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d = ${a%d} ${a%d}\n".formatted(i, i - 1, i - 1));
        }
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> refusal(bomb.toString()));
    }

    @Test
    void addingToAListIsASubstitutionInDisguiseAndRefused() {
        assertEquals("a.conf: += is not allowed. Write the whole list.", refusal("a += 1"));
    }

    @Test
    void deepNestingIsRefusedInEachOfItsForms() {
        String deep = "a.conf:1: blocks are nested more than 64 deep.";
        assertEquals(deep, refusal("a { ".repeat(100_000)));
        assertEquals(deep, refusal("a = " + "[".repeat(100_000)));
        assertEquals(deep, refusal("a.".repeat(100_000) + "b = 1"));
        assertEquals(deep, refusal("a.b.c.d.e { ".repeat(1_000)));
    }

    @Test
    void aFileOfMoreThanAMegabyteIsRefused() throws IOException {
        Path file = folder.resolve("big.conf");
        Files.writeString(file, "#".repeat(Fence.LARGEST + 1));
        BadInput refusal =
                assertThrows(BadInput.class, () -> Source.file(file, "big.conf", Shipped.ours()));
        assertEquals(
                "big.conf is larger than 1 MB, but a scenario must not be.", refusal.getMessage());
    }

    @Test
    void aFileMayIncludeAFileOfItsFolder() throws IOException {
        Files.writeString(folder.resolve("base.conf"), "a = 1, b = 1");
        Files.writeString(folder.resolve("mine.conf"), "include \"base.conf\"\nb = 2");
        assertEquals(
                "{a=1, b=2}",
                new java.util.TreeMap<>(
                                Source.file(
                                                folder.resolve("mine.conf"),
                                                "mine.conf",
                                                Shipped.ours())
                                        .unwrapped())
                        .toString());
    }

    @Test
    void whatElseAFileIncludesIsRefusedWithItsLine() throws IOException {
        Files.createDirectory(folder.resolve("inner"));
        Files.writeString(folder.resolve("secret.conf"), "a = 1");
        Files.createSymbolicLink(folder.resolve("inner/link.conf"), folder.resolve("secret.conf"));
        assertEquals(
                "mine.conf:2: there is no file none.conf to include in this folder.",
                inclusion("\"none.conf\""));
        for (String what :
                new String[] {
                    "\"../secret.conf\"",
                    "file(\"../secret.conf\")",
                    "\"link.conf\"",
                    "\"" + folder.resolve("secret.conf") + "\"",
                    "file(\"/etc/passwd\")",
                    "required(file(\"/etc/passwd\"))",
                    "url(\"file:///etc/passwd\")",
                    "\"file:///etc/passwd\"",
                    "\"http://localhost/a.conf\"",
                    "classpath(\"reference.conf\")",
                }) {
            String refusal = inclusion(what);
            assertTrue(refusal.startsWith("mine.conf:2: "), refusal);
            assertTrue(refusal.contains("include"), refusal);
        }
    }

    @Test
    void filesThatIncludeEachOtherAreRefused() throws IOException {
        Files.writeString(folder.resolve("a.conf"), "include \"b.conf\"");
        Files.writeString(folder.resolve("b.conf"), "include \"a.conf\"");
        BadInput refusal =
                assertThrows(
                        BadInput.class,
                        () -> Source.file(folder.resolve("a.conf"), "a.conf", Shipped.ours()));
        assertTrue(refusal.getMessage().contains("more than 32 includes"), refusal.getMessage());
    }

    @Property(tries = 2000)
    void noTextWhateverEndsInAnythingButAnObjectOrASentence(
            @ForAll
                    @Chars({
                        '{', '}', '[', ']', '"', '$', '.', '=', ':', ',', '\n', '#', '/', '\\', '+'
                    })
                    @CharRange(from = 'a', to = 'c')
                    @StringLength(max = 60)
                    String text) {
        try {
            Source.text(text, "a.conf");
        } catch (BadInput e) {
            assertTrue(e.getMessage().startsWith("a.conf"), e.getMessage());
            assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        }
    }

    private String inclusion(String what) throws IOException {
        Path file = folder.resolve("inner/mine.conf");
        Files.writeString(file, "a = 1\ninclude " + what + "\n");
        return assertThrows(
                        BadInput.class, () -> Source.file(file, "mine.conf", Shipped.ours()), what)
                .getMessage();
    }

    private static String refusal(String text) {
        return assertThrows(BadInput.class, () -> Source.text(text, "a.conf")).getMessage();
    }
}
