package sporeloop.scenarios.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sporeloop.bridge.Change;
import sporeloop.bridge.Intervention;
import sporeloop.environments.Environment;
import sporeloop.scenarios.file.Scenario;

/** What hands in the window do to a loop: from the window's words to a change. */
final class Hand {
    /** By the first word of a line, one that any task takes that takes the kind at all. */
    private static final Map<String, Change> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("push", new Change.Push(0, 0));
        KINDS.put("goal", new Change.MoveGoal(0, 0));
        KINDS.put("rotate", new Change.RotateMotorMap(0));
        KINDS.put("lesion", new Change.Lesion(0, Change.Layer.MOTOR));
    }

    private Hand() {}

    /** What a line of the window wants to befall the loop; null if it is about something else. */
    static @Nullable Change change(String... words) {
        Change kind = KINDS.get(words[0]);
        double[] numbers = new double[2];
        int count = words.length - 1;
        if (kind == null || count != (kind instanceof Change.Push || isGoal(kind) ? 2 : 1)) {
            return null;
        }
        try {
            for (int n = 0; n < count; n++) {
                numbers[n] = Double.parseDouble(words[n + 1]);
            }
            if (kind instanceof Change.Push) {
                return new Change.Push(numbers[0], numbers[1]);
            } else if (isGoal(kind)) {
                return new Change.MoveGoal(numbers[0], numbers[1]);
            } else if (kind instanceof Change.RotateMotorMap) {
                return new Change.RotateMotorMap(Math.toRadians(numbers[0]));
            }
            return new Change.Lesion(numbers[0], Change.Layer.MOTOR);
        } catch (IllegalArgumentException noNumberOrOutOfRange) {
            return null;
        }
    }

    private static boolean isGoal(Change kind) {
        return kind instanceof Change.MoveGoal;
    }

    /** The first words of lines that a scenario's task and network take, in a row. */
    static String takes(Scenario scenario, Environment body) {
        List<String> taken = new ArrayList<>();
        KINDS.forEach(
                (word, kind) -> {
                    try {
                        scenario.check(new Intervention(0, kind), body);
                        taken.add(word);
                    } catch (IllegalArgumentException refused) {
                        // The window does not offer it.
                    }
                });
        return String.join(" ", taken);
    }
}
