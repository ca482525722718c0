package sporeloop.scenarios.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sporeloop.bridge.Change;
import sporeloop.bridge.Intervention;
import sporeloop.environments.Environment;
import sporeloop.scenarios.file.Scenario;

/** What hands in the window do to a loop: from the window's words to a change. */
final class Hand {
    /**
     * A kind of change.
     *
     * @param numbers how many follow the word
     * @param change that they make
     */
    private record Kind(int numbers, Function<double[], Change> change) {}

    /** By the first word of a line. */
    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("push", new Kind(2, n -> new Change.Push(n[0], n[1])));
        KINDS.put("goal", new Kind(2, n -> new Change.MoveGoal(n[0], n[1])));
        KINDS.put("rotate", new Kind(1, n -> new Change.RotateMotorMap(Math.toRadians(n[0]))));
        KINDS.put("lesion", new Kind(1, n -> new Change.Lesion(n[0], Change.Layer.MOTOR)));
    }

    private Hand() {}

    /** What a line of the window wants to befall the loop; null if it is about something else. */
    static @Nullable Change change(String... words) {
        Kind kind = KINDS.get(words[0]);
        if (kind == null || words.length != 1 + kind.numbers()) {
            return null;
        }
        try {
            double[] numbers =
                    Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
            return kind.change().apply(numbers);
        } catch (IllegalArgumentException noNumberOrOutOfRange) {
            return null;
        }
    }

    /** The first words of lines that a scenario's task and network take, in a row. */
    static String takes(Scenario scenario, Environment body) {
        List<String> taken = new ArrayList<>();
        KINDS.forEach(
                (word, kind) -> {
                    try {
                        Change any = kind.change().apply(new double[kind.numbers()]);
                        scenario.check(new Intervention(0, any), body);
                        taken.add(word);
                    } catch (IllegalArgumentException refused) {
                        // The window does not offer it.
                    }
                });
        return String.join(" ", taken);
    }
}
