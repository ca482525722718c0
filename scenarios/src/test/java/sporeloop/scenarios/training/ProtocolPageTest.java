package sporeloop.scenarios.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sporeloop.bridge.Agent;
import sporeloop.bridge.Bridge;
import sporeloop.bridge.EnvironmentActor;

class ProtocolPageTest {
    private static final Path PAGE = Path.of("../docs/protocol.md");
    private static final Pattern ROW = Pattern.compile("\\| (\\w+) \\| `(\\w+)` \\|.*");

    @Test
    void thePageNamesEveryMessageOfEachActorAndNoOther() throws Exception {
        Map<String, Class<?>> actors =
                Map.of(
                        "Agent", Agent.class,
                        "Bridge", Bridge.Command.class,
                        "EnvironmentActor", EnvironmentActor.Command.class,
                        "Recorder", Recorder.Command.class,
                        "Training", Training.Command.class);
        Set<String> inCode = new TreeSet<>();
        actors.forEach(
                (actor, protocol) -> {
                    for (Class<?> message : protocol.getPermittedSubclasses()) {
                        inCode.add(actor + " " + message.getSimpleName());
                    }
                });
        Set<String> onPage = new TreeSet<>();
        List<String> lines = Files.readAllLines(PAGE);
        for (String line : lines) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                onPage.add(row.group(1) + " " + row.group(2));
            }
        }
        assertEquals(inCode, onPage);
    }

    @Test
    void theDiagramShowsEveryMessageThatAnIntervalTakes() throws Exception {
        String page = Files.readString(PAGE);
        for (String arrow :
                List.of("B->>A: Advance", "B->>E: Advance", "A-->>B: Acted", "E-->>B: Sensed")) {
            assertEquals(1, page.split(Pattern.quote(arrow), -1).length - 1, arrow);
        }
    }
}
