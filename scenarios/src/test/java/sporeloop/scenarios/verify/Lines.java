package sporeloop.scenarios.verify;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads a file's lines, gunzipped if its name says so. */
final class Lines {
    private Lines() {}

    static List<String> of(Path file) throws Exception {
        if (!file.toString().endsWith(".gz")) {
            return new ArrayList<>(Files.readAllLines(file));
        }
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            return new ArrayList<>(in.lines().toList());
        }
    }
}
