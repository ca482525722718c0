package sporeloop.scenarios.file;

import java.util.ArrayList;
import java.util.List;

/** Writes settings as a scenario file that loads again to the same scenario. */
final class Rendering {
    private static final String PLAIN_WORD = "[a-z][a-z0-9-]*";

    private Rendering() {}

    /** All settings, block by block, each with its meaning as a comment. */
    static String text(List<Setting> settings) {
        StringBuilder text = new StringBuilder();
        List<String> open = new ArrayList<>();
        for (Setting setting : settings) {
            List<String> path = List.of(setting.path().split("\\."));
            List<String> blocks = path.subList(0, path.size() - 1);
            int common = common(open, blocks);
            while (open.size() > common) {
                open.remove(open.size() - 1);
                indent(text, open.size()).append("}\n");
            }
            while (open.size() < blocks.size()) {
                String name = blocks.get(open.size());
                indent(text, open.size()).append(name).append(" {\n");
                open.add(name);
            }
            indent(text, open.size())
                    .append(path.get(path.size() - 1))
                    .append(" = ")
                    .append(setting.value())
                    .append('\n');
        }
        while (!open.isEmpty()) {
            open.remove(open.size() - 1);
            indent(text, open.size()).append("}\n");
        }
        return text.toString();
    }

    /** The settings of one element of the list {@code path}, as a block on one line. */
    static String inline(List<Setting> settings, String path) {
        List<String> entries =
                settings.stream()
                        .map(
                                each ->
                                        each.path().substring(path.length() + 1)
                                                + " = "
                                                + each.value())
                        .toList();
        return "{ " + String.join(", ", entries) + " }";
    }

    /** A string as HOCON: bare if it is a plain word, else in quotes. */
    static String quoted(String text) {
        if (text.matches(PLAIN_WORD)
                && !List.of("true", "false", "null", "include").contains(text)) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static int common(List<String> a, List<String> b) {
        int n = 0;
        while (n < a.size() && n < b.size() && a.get(n).equals(b.get(n))) {
            n++;
        }
        return n;
    }

    private static StringBuilder indent(StringBuilder text, int depth) {
        return text.append("  ".repeat(depth));
    }
}
