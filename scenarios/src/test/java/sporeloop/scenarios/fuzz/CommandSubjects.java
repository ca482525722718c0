package sporeloop.scenarios.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import sporeloop.results.RefusedException;
import sporeloop.results.sweep.SweepTrial;
import sporeloop.scenarios.command.Sporeloop;
import sporeloop.scenarios.training.Restoring;

/**
 * Whole commands over folders of which one file was changed. Each ends with one of the program's codes,
 * and what it says holds no name of a Java class.
 */
final class CommandSubjects {
    private static final int SHARE = 40;

    private final Path folder;
    private final Path run;
    private final Path sweep;

    CommandSubjects(Path folder, Path run, Path sweep) {
        this.folder = folder;
        this.run = run;
        this.sweep = sweep;
    }

    /** A finished run of {@code small.conf}, which is written there. */
    static Path run(Path folder, String scenario) throws IOException {
        Path file = Files.writeString(folder.resolve("small.conf"), scenario);
        Path run = folder.resolve("run");
        say("train", file.toString(), "--out", run.toString(), "--quiet");
        return run;
    }

    /** A finished sweep of four short trials of {@code small.conf}. */
    static Path sweep(Path folder) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("small-sweep.conf"),
                        """
                        sweep {
                          base = "small.conf"
                          duration = 2 s
                          seeds = [1, 2]
                          axes { plasticity.temperature = [0.1, 0.2] }
                        }
                        """);
        Path sweep = folder.resolve("sweep");
        say("sweep", file.toString(), "--out", sweep.toString(), "--quiet", "--yes");
        return sweep;
    }

    List<Subject> subjects() throws IOException {
        List<Subject> subjects = new ArrayList<>();
        Path copy = folder.resolve("copy");
        String at = copy.toString();
        String tables = folder.resolve("tables").toString();
        Path checkpoint = run.relativize(Restoring.checkpoint(run));
        for (String file :
                List.of(
                        "manifest.json",
                        "scenario.conf",
                        "progress.csv",
                        "recording.spr",
                        checkpoint.toString())) {
            subjects.add(
                    subject("resume, ", run, file, "resume", at, "--quiet", "--duration", "2 s"));
        }
        subjects.add(
                subject(
                        "evaluate, ",
                        run,
                        "agent.bin",
                        "evaluate",
                        copy.resolve("scenario.conf").toString(),
                        "--agent",
                        at,
                        "--duration",
                        "1 s"));
        subjects.add(subject("export, ", run, "recording.spr", "export", at, "--out", tables));
        subjects.add(
                subject(
                        "export weights, ",
                        run,
                        "agent.bin",
                        "export",
                        at,
                        "--weights",
                        "--out",
                        tables));
        String trial = sweep.relativize(SweepTrial.of(sweep).get(0).folder()).toString();
        for (String file : List.of("trial.json", "summary.json", "progress.csv")) {
            subjects.add(subject("report, ", sweep, trial + "/" + file, "report", at));
        }
        String whole = folder.resolve("whole").toString();
        for (String file : List.of(trial + "/trial.json", "sweep.id", "sweep.conf")) {
            subjects.add(subject("merge, ", sweep, file, "merge", whole, at));
        }
        return subjects;
    }

    private Subject subject(String what, Path original, String file, String... words)
            throws IOException {
        byte[] seed = Corpus.bytes(original.resolve(file));
        String name = original.resolve(file).getFileName().toString();
        Form form =
                name.equals("recording.spr")
                        ? new RecordingForm()
                        : name.endsWith(".bin") ? new SectionForm() : Form.PLAIN;
        Path copy = folder.resolve("copy");
        return new Subject(
                what + (name.startsWith("checkpoint") ? "checkpoint" : name),
                SHARE,
                ".input",
                List.of(seed),
                form == Form.PLAIN ? Words.json(List.of(seed)) : List.of(),
                form,
                input -> {
                    for (String each : List.of("copy", "whole", "tables")) {
                        delete(folder.resolve(each));
                    }
                    copy(original, copy);
                    Files.copy(input, copy.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                    String refusal = say(words);
                    if (!refusal.isEmpty()) {
                        throw new RefusedException(refusal);
                    }
                });
    }

    /** Runs a command; what it complained of, empty if it did what it was told. */
    private static String say(String... words) {
        StringWriter err = new StringWriter();
        int code =
                Sporeloop.run(
                        new PrintWriter(new StringWriter()), new PrintWriter(err, true), words);
        String said = err.toString().strip();
        if (code < 0
                || code > 2
                || said.contains("Exception")
                || said.contains("Error:")
                || said.contains("java.")
                || said.contains("takes more memory")
                || said.contains("\tat ")) {
            throw new IllegalStateException("exit " + code + ": " + said);
        }
        return code == 0 ? "" : "exit " + code + ": " + said;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file :
                        (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }
}
