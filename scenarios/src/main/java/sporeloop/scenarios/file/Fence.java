package sporeloop.scenarios.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What a text must pass before HOCON sees it. HOCON reads the process environment through <code>
 * ${…}</code>, overflows the stack on deep nesting and fills the memory with a few self-doubling
 * substitutions, so size and nesting are bounded and substitutions refused.
 */
final class Fence {
    static final int LARGEST = 1 << 20;
    static final int DEEPEST = 64;

    private Fence() {}

    /** The text of {@code file}, called {@code name} in complaints, if it is small enough. */
    static String read(Path file, String name) {
        if (Files.isDirectory(file)) {
            throw new BadInput(name + " is a folder, but must be a scenario file.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new BadInput(name + " is larger than 1 MB, but a scenario must not be.");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (NoSuchFileException e) {
            throw new BadInput("There is no file " + name + ".");
        } catch (CharacterCodingException e) {
            throw new BadInput(name + " is not UTF-8 text.");
        } catch (IOException e) {
            throw new BadInput(name + " can't be read: " + e.getMessage() + ".");
        }
    }

    /** Refuses {@code text} if it nests too deeply or holds a substitution. */
    static void check(String text, String name) {
        new Scan(text, name).run();
    }

    /** One pass over a text that tells strings and comments from the rest. */
    private static final class Scan {
        private final String text;
        private final String name;

        /** Depth of braces, brackets and dotted keys, at each open brace or bracket. */
        private final int[] outer = new int[DEEPEST + 2];

        private int open;
        private int depth;
        private int line = 1;

        Scan(String text, String name) {
            this.text = text;
            this.name = name;
        }

        void run() {
            int i = 0;
            while (i < text.length()) {
                if (text.startsWith("\"\"\"", i)) {
                    i = skip(text.indexOf("\"\"\"", i + 3), i, 3);
                } else if (text.charAt(i) == '"') {
                    i = quoted(i);
                } else if (text.charAt(i) == '#' || text.startsWith("//", i)) {
                    int end = text.indexOf('\n', i);
                    i = end < 0 ? text.length() : end;
                } else {
                    plain(i);
                    i++;
                }
            }
        }

        private void plain(int i) {
            switch (text.charAt(i)) {
                case '{', '[' -> {
                    outer[open++] = depth;
                    deeper();
                }
                case '}', ']' -> {
                    depth = open > 0 ? outer[--open] : 0;
                    newKey();
                }
                case '.' -> deeper();
                case ',' -> newKey();
                case '\n' -> {
                    line++;
                    newKey();
                }
                case '$' -> {
                    if (text.startsWith("${", i)) {
                        throw complaint(
                                "substitutions like ${…} are not allowed. Write the value itself.");
                    }
                }
                default -> {}
            }
        }

        private void deeper() {
            if (++depth > DEEPEST) {
                throw complaint("blocks are nested more than " + DEEPEST + " deep.");
            }
        }

        /** A dotted key ends: only the braces around it still count. */
        private void newKey() {
            depth = open > 0 ? outer[open - 1] + 1 : 0;
        }

        private int quoted(int start) {
            int i = start + 1;
            while (i < text.length() && text.charAt(i) != '"' && text.charAt(i) != '\n') {
                i += text.charAt(i) == '\\' ? 2 : 1;
            }
            boolean closed = i < text.length() && text.charAt(i) == '"';
            return Math.min(closed ? i + 1 : i, text.length());
        }

        /** The index after a triple-quoted string, whose closing quotes begin at {@code end}. */
        private int skip(int end, int start, int quotes) {
            int i = end < 0 ? text.length() : end + quotes;
            while (end >= 0 && i < text.length() && text.charAt(i) == '"') {
                i++;
            }
            line += (int) text.substring(start, i).chars().filter(c -> c == '\n').count();
            return i;
        }

        private BadInput complaint(String sentence) {
            return new Place(name, line).complaint(sentence);
        }
    }
}
