package sporeloop.scenarios.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import sporeloop.environments.camera.CameraParameters;
import sporeloop.environments.lane.LaneParameters;
import sporeloop.results.RefusedException;
import sporeloop.results.recording.Frame;
import sporeloop.results.recording.Recording;
import sporeloop.results.run.Manifest;
import sporeloop.results.run.ProgressTable;
import sporeloop.results.sweep.SweepTrial;
import sporeloop.results.sweep.TrialRecord;
import sporeloop.scenarios.file.Assignment;
import sporeloop.scenarios.file.Providers;
import sporeloop.scenarios.file.ScenarioFile;
import sporeloop.scenarios.file.ScenarioTemplate;
import sporeloop.scenarios.file.WallTime;
import sporeloop.scenarios.sweep.SweepFile;
import sporeloop.scenarios.training.Restoring;
import sporeloop.scenarios.verify.TableReading;
import sporeloop.scenarios.verify.Verification;

/** Every parser of what users hand to the program, each with real inputs, of short runs made here. */
final class Corpus implements AutoCloseable {
    static final String SMALL =
            """
            include "reaching"
            encoder { columns = 4, rows = 4 }
            network.projections.input-to-motor.synapses-per-pair = 2
            environment.rebuild-interval = 500 ms
            run { duration = 1 s, report-interval = 500 ms, checkpoint-every = 500 ms }
            recording { on = true, scene-interval = 200 ms }
            """;
    private static final Path CASES = Path.of("src", "test", "resources", "cases");
    private static final int LARGEST_TABLE = 1500;

    private final Path folder;
    private final Path run;
    private final Path sweep;
    private final ServerSocket server;

    /** Makes the inputs in an empty folder. */
    Corpus(Path folder) throws IOException {
        this.folder = folder;
        Path inside = Files.createDirectories(folder.resolveSibling("inside"));
        try (Stream<Path> tables = Files.list(CASES)) {
            for (Path table : (Iterable<Path>) tables.filter(Corpus::isSmallTable)::iterator) {
                Files.copy(table, inside.resolve(table.getFileName().toString()));
            }
        }
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        run = CommandSubjects.run(folder, SMALL);
        sweep = CommandSubjects.sweep(folder);
    }

    /** Tables that a changed case finds beside it, so that it comes to its replay. */
    private static boolean isSmallTable(Path file) {
        return file.getFileName().toString().matches("synapse_other_time_constants\\..*csv.*");
    }

    List<Subject> subjects() throws IOException {
        List<Subject> subjects = new ArrayList<>(texts());
        subjects.addAll(binaries());
        subjects.addAll(scenarios());
        subjects.addAll(new CommandSubjects(folder, run, sweep).subjects());
        return subjects;
    }

    /** Whether an input made the program open a connection. */
    boolean wasCalled() throws IOException {
        server.setSoTimeout(1);
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    private List<Subject> texts() throws IOException {
        List<byte[]> trials = new ArrayList<>();
        List<byte[]> summaries = new ArrayList<>(List.of(bytes(run.resolve("summary.json"))));
        TrialRecord trial = SweepTrial.of(sweep).get(0).record();
        for (SweepTrial each : SweepTrial.of(sweep)) {
            trials.add(bytes(each.folder().resolve("trial.json")));
            summaries.add(bytes(each.folder().resolve("summary.json")));
        }
        List<byte[]> manifests =
                List.of(
                        bytes(run.resolve("manifest.json")),
                        utf8(
                                Manifest.starting("p", "c", "s", 1, List.of("train"))
                                        .resumed(5, "p", "c", List.of("resume"))
                                        .json()));
        List<byte[]> tables =
                List.of(
                        bytes(run.resolve("progress.csv")),
                        utf8("sim_time_s,mean_reward\n60,0.5\n120,\n180,-1e-9\n"));
        List<byte[]> cases = files(CASES, ".json");
        return List.of(
                plain(
                        "progress.csv",
                        2_600_000,
                        ".csv",
                        tables,
                        Words.table(),
                        ProgressTable::read),
                plain(
                        "manifest.json",
                        1_400_000,
                        ".json",
                        manifests,
                        Words.json(manifests),
                        Manifest::read),
                plain(
                        "summary.json",
                        800_000,
                        ".json",
                        summaries,
                        Words.json(summaries),
                        file -> summary(trial, file)),
                plain(
                        "trial.json",
                        1_500_000,
                        ".json",
                        trials,
                        Words.json(trials),
                        TrialRecord::read),
                plain(
                        "golden case",
                        130_000,
                        ".json",
                        cases,
                        Words.json(cases),
                        file -> Verification.verify(file, false)),
                plain(
                        "golden table",
                        300_000,
                        ".csv",
                        files(CASES, ".csv", ".gz"),
                        Words.table(),
                        TableReading::read),
                plain("track", 1_500_000, ".track", tracks(), Words.track(), Corpus::track),
                plain(
                        "duration",
                        1_200_000,
                        ".txt",
                        durations(),
                        Words.scenario(port()),
                        Corpus::duration));
    }

    private List<Subject> binaries() throws IOException {
        Restoring small = new Restoring(SMALL);
        return List.of(
                new Subject(
                        "checkpoint",
                        60_000,
                        ".bin",
                        List.of(bytes(Restoring.checkpoint(run))),
                        List.of(),
                        new SectionForm(),
                        file -> small.checkpoint(file, true)),
                new Subject(
                        "agent.bin",
                        200_000,
                        ".bin",
                        List.of(bytes(run.resolve("agent.bin"))),
                        List.of(),
                        new SectionForm(),
                        file -> small.agent(file, true)),
                new Subject(
                        "recording.spr",
                        260_000,
                        ".spr",
                        List.of(bytes(run.resolve("recording.spr"))),
                        List.of(),
                        new RecordingForm(),
                        Corpus::recording));
    }

    private List<Subject> scenarios() throws IOException {
        Providers ours = Providers.ours();
        List<byte[]> scenarios = new ArrayList<>(List.of(utf8(SMALL)));
        List<byte[]> tracks = new ArrayList<>();
        List<byte[]> settings = new ArrayList<>();
        for (String name : ours.scenarios().names()) {
            scenarios.add(utf8(ours.scenarios().text(name)));
            ScenarioFile.load(name)
                    .settings()
                    .forEach(each -> settings.add(utf8(each.path() + "=" + each.value())));
        }
        tracks().forEach(
                        track ->
                                tracks.add(
                                        utf8(
                                                "include \"lane-ahead\"\nenvironment.track = \"\"\""
                                                        + new String(track, StandardCharsets.UTF_8)
                                                        + "\"\"\"\n")));
        List<byte[]> sweeps = new ArrayList<>(List.of(bytes(folder.resolve("small-sweep.conf"))));
        ours.sweeps().names().forEach(name -> sweeps.add(utf8(ours.sweeps().text(name))));
        ScenarioTemplate reaching = ScenarioTemplate.load("reaching", ours);
        List<String> words = Words.scenario(port());
        return List.of(
                plain(
                        "scenario",
                        22_000,
                        ".conf",
                        scenarios,
                        words,
                        file -> ScenarioFile.load(file.toString())),
                plain(
                        "track in a scenario",
                        2_400,
                        ".conf",
                        tracks,
                        Words.track(),
                        file -> ScenarioFile.load(file.toString())),
                plain(
                        "sweep",
                        10_000,
                        ".conf",
                        sweeps,
                        words,
                        file -> SweepFile.load(file.toString(), ours)),
                plain(
                        "--set",
                        15_000,
                        ".txt",
                        settings,
                        words,
                        file -> reaching.with(List.of(Assignment.set(text(file))))));
    }

    private static Subject plain(
            String name,
            int share,
            String ending,
            List<byte[]> seeds,
            List<String> words,
            Subject.Parser parser) {
        return new Subject(name, share, ending, seeds, words, Form.PLAIN, parser);
    }

    private int port() {
        return server.getLocalPort();
    }

    private static List<byte[]> tracks() {
        return List.of(
                utf8("straight 4 m; left 1 m 180 deg; straight 4 m; left 1 m 180 deg"),
                utf8("left 1 m 90 deg\nleft 1 m 90 deg\nleft 1 m 90 deg\nleft 1 m 90 deg\n"),
                utf8("straight 2 m; right 1 m 180 deg; straight 2 m; right 1 m 180 deg"),
                utf8("endless"),
                utf8("circuit"));
    }

    /** The sentence comes as an IllegalArgumentException, which the scenario's binder gives a place. */
    private static void track(Path file) throws IOException {
        try {
            LaneParameters.of(text(file), LaneParameters.Start.BEGINNING, CameraParameters.none());
        } catch (IllegalArgumentException sentence) {
            throw new RefusedException(String.valueOf(sentence.getMessage()));
        }
    }

    private static List<byte[]> durations() {
        return Stream.of("10min", "1.5 h", "5 s", "250 ms", "1e3 s", "+3 h")
                .map(Corpus::utf8)
                .toList();
    }

    private static void duration(Path file) throws IOException {
        WallTime.parse("--budget", text(file));
    }

    private static void summary(TrialRecord trial, Path file) throws IOException {
        Path folder = file.getParent();
        Files.move(file, folder.resolve("summary.json"), StandardCopyOption.REPLACE_EXISTING);
        new SweepTrial(trial, folder).figures();
    }

    private static void recording(Path file) throws IOException {
        try (Recording recording = Recording.open(file)) {
            for (int k = 0; k < recording.frames(); k++) {
                Frame frame = recording.frame(k);
                for (int s = 0; s < recording.streams().size(); s++) {
                    if (frame.count(s) > 0) {
                        frame.step(s, frame.count(s) - 1);
                    }
                }
            }
        }
    }

    static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** Files of a folder; of long ones the beginning, so that an input takes microseconds. */
    private static List<byte[]> files(Path folder, String... endings) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file ->
                                    Arrays.stream(endings)
                                            .anyMatch(end -> file.toString().endsWith(end)))
                    .sorted()
                    .map(Corpus::bytes)
                    .map(each -> Arrays.copyOf(each, Math.min(each.length, LARGEST_TABLE)))
                    .toList();
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
