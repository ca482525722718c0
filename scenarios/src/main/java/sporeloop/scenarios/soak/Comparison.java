package sporeloop.scenarios.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between the directories of two runs that should be the same. */
final class Comparison {
    /** Lines that speak of the wall clock. */
    private static final List<String> WALL = List.of("wall_time_s", "real_time");

    private final Path reference;
    private final Path run;
    private final List<String> differences = new ArrayList<>();
    private long bytes;

    /** Compares all files but those that say when and where. */
    Comparison(Path reference, Path run) throws IOException {
        this.reference = reference;
        this.run = run;
        TreeSet<String> names = new TreeSet<>(names(reference));
        names.addAll(names(run));
        names.removeIf(name -> name.equals(".lock") || name.equals("manifest.json"));
        for (String name : names) {
            compare(name);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.endsWith(".partial"))
                    .toList();
        }
    }

    private void compare(String name) throws IOException {
        Path one = reference.resolve(name);
        Path other = run.resolve(name);
        if (!Files.exists(one) || !Files.exists(other)) {
            differences.add(name + " is only in the " + (Files.exists(one) ? "reference" : "run"));
            return;
        }
        byte[] expected = contents(one);
        byte[] found = contents(other);
        bytes += expected.length;
        int at = Arrays.mismatch(expected, found);
        if (at >= 0) {
            differences.add(
                    "%s differs from byte %d on (%d and %d bytes)"
                            .formatted(name, at, expected.length, found.length));
        }
    }

    private static byte[] contents(Path file) throws IOException {
        if (!file.endsWith("summary.json")) {
            return Files.readAllBytes(file);
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> WALL.stream().noneMatch(line::contains))
                    .collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Bytes compared. */
    long bytes() {
        return bytes;
    }

    /** Each file that is not the same, in words; empty if all are. */
    List<String> differences() {
        return differences;
    }

    /**
     * The complete rows of a run that was killed which are not those of the reference, or an empty text.
     */
    static String strangeRows(Path reference, Path run) throws IOException {
        if (!Files.exists(run)) {
            return "";
        }
        byte[] rows = Files.readAllBytes(run);
        int length = rows.length;
        while (length > 0 && rows[length - 1] != '\n') {
            length--; // a torn line is no row
        }
        byte[] expected = Files.readAllBytes(reference);
        int at = Arrays.mismatch(rows, 0, length, expected, 0, expected.length);
        return at < 0 || at == length
                ? ""
                : "a killed run's progress.csv differs from byte " + at + " on";
    }
}
