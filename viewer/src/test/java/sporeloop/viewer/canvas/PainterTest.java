package sporeloop.viewer.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class PainterTest {
    @Test
    void aShaderThatFailsIsSaidInOneSentence() {
        try (Surface surface = Surface.memory(64, 64)) {
            assertTrue(surface.width() == 64);
            UnavailableException said =
                    assertThrows(
                            UnavailableException.class,
                            () -> new Painter("#version 330 core\nthis is none", "void main() {}"));
            String sentence = String.valueOf(said.getMessage());
            assertEquals(1, sentence.lines().count(), sentence);
            assertTrue(sentence.startsWith("OpenGL here does not compile"), sentence);
        } catch (UnavailableException missing) {
            assumeTrue(false, missing.getMessage());
        }
    }
}
