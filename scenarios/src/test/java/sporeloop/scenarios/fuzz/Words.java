package sporeloop.scenarios.fuzz;

import java.util.ArrayList;
import java.util.List;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.file.Setting;

/** What the formats of texts are made of, and what breaks their parsers. */
final class Words {
    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-0",
                    "1",
                    "-1",
                    "0.5",
                    "1e400",
                    "-1e400",
                    "1e-400",
                    "1e308",
                    "NaN",
                    "nan",
                    "∞",
                    "Infinity",
                    "-Infinity",
                    "9223372036854775807",
                    "9223372036854775808",
                    "2147483647",
                    "-2147483648",
                    "1e9",
                    "0x1p3",
                    "00",
                    ".",
                    "1.",
                    ".5",
                    "1e",
                    "1_000",
                    "٣",
                    "1,5");
    private static final List<String> SIGNS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    "\"",
                    "\"\"\"",
                    "=",
                    ":",
                    ",",
                    ".",
                    "\n",
                    "\r",
                    "\t",
                    ";",
                    "#",
                    "//",
                    "+=",
                    "\\u",
                    "\\",
                    "\u0000",
                    "\ufeff",
                    "\u2028",
                    "🤖",
                    "ı",
                    "İ",
                    "ß",
                    "\ud800",
                    "null",
                    "true",
                    "false",
                    "../..",
                    "/etc/passwd",
                    "{}",
                    "[]",
                    "\"\"",
                    "''");

    private Words() {}

    /** Of tables. */
    static List<String> table() {
        return join(
                NUMBERS, List.of(",", "\n", "\r\n", ",,", "True", "False", "\"", "step", "time"));
    }

    /** Of JSON files with these keys. */
    static List<String> json(List<byte[]> seeds) {
        List<String> words = join(NUMBERS, SIGNS);
        for (byte[] seed : seeds) {
            for (String word :
                    new String(seed, java.nio.charset.StandardCharsets.UTF_8)
                            .split("[^A-Za-z0-9_.-]+", -1)) {
                if (!word.isEmpty() && word.length() < 40 && !words.contains(word)) {
                    words.add(word);
                    words.add("\"" + word + "\":");
                }
            }
        }
        return words.subList(0, Math.min(words.size(), 500));
    }

    /** Of tracks. */
    static List<String> track() {
        return join(
                NUMBERS,
                List.of(
                        "straight ",
                        "left ",
                        "right ",
                        " m",
                        " deg",
                        " rad",
                        ";",
                        "\n",
                        "endless",
                        "circuit",
                        "straight 1e9 m",
                        "left 0 m 0 deg",
                        "left 1 m 360 deg",
                        "#"));
    }

    /** Of scenario files and sweeps: every key there is, units, attacks on HOCON. */
    static List<String> scenario(int port) {
        List<String> words = join(NUMBERS, SIGNS);
        words.addAll(
                List.of(
                        " ms",
                        " s",
                        " min",
                        " h",
                        " Hz",
                        " m",
                        " deg",
                        " /ms",
                        "5 m",
                        "1e9 h",
                        "1 ns",
                        "${x}",
                        "${?PATH}",
                        "${",
                        "$",
                        "include \"reaching\"",
                        "include required(\"x.conf\")",
                        "include file(\"/etc/passwd\")",
                        "include \"/etc/passwd\"",
                        "include \"../x.conf\"",
                        "include classpath(\"reference.conf\")",
                        "include package(\"a\", \"b\")",
                        "include url(\"http://127.0.0.1:" + port + "/\")",
                        "include \"http://127.0.0.1:" + port + "/x.conf\"",
                        "environment.track = \"../x.track\"",
                        "environment.track = \"/etc/passwd.track\"",
                        "a.".repeat(70) + "b = 1",
                        "[".repeat(70),
                        "{a:".repeat(70),
                        "sweep",
                        "base",
                        "seeds",
                        "axes",
                        "from",
                        "to",
                        "count",
                        "scale",
                        "log",
                        "strategy",
                        "set",
                        "exclude",
                        "paired"));
        for (Setting setting : ScenarioFile.load("lane-following").settings()) {
            words.add(setting.path());
            words.add(setting.path() + " = ");
        }
        Providers ours = Providers.ours();
        ours.encoders().forEach(each -> words.add(each.name()));
        ours.decoders().forEach(each -> words.add(each.name()));
        ours.environments().forEach(each -> words.add(each.name()));
        return words;
    }

    private static List<String> join(List<String> one, List<String> other) {
        List<String> words = new ArrayList<>(one);
        words.addAll(other);
        return words;
    }
}
