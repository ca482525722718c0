package sporeloop.scenarios.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sporeloop.environments.EnvironmentProvider;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Ranges;

/** Every number in the block {@code environment} of every task, outside of what its annotation allows. */
class EnvironmentRangesTest {
    private static final String OURS = "sporeloop.environments."; // and not a test's

    /** A number's key, what its annotation says, and whether it is whole. */
    private record Key(String path, Parameter parameter, boolean whole) {}

    static Stream<String> tasks() {
        return Providers.ours().environments().stream()
                .filter(provider -> provider.getClass().getName().startsWith(OURS))
                .map(EnvironmentProvider::name);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aNumberOutOfRangeIsASentenceThatNamesItsKey(String task) {
        String scenario = scenarioOf(task);
        List<Key> keys = keys(task);
        assertFalse(keys.isEmpty());
        for (Key key : keys) {
            for (String value : outside(key)) {
                refused(scenario, key.path, value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void whatIsNoNumberIsASentenceThatNamesItsKey(String task) {
        String scenario = scenarioOf(task);
        for (Key key : keys(task)) {
            for (String value : List.of("NaN", "∞", "1e400", "[]", "{}", "wide", "3 bananas")) {
                refused(scenario, key.path, value);
            }
        }
    }

    private static void refused(String scenario, String path, String value) {
        String set = path + "=" + value;
        BadInput sentence =
                assertThrows(
                        BadInput.class,
                        () ->
                                ScenarioFile.load(
                                        scenario, List.of(Assignment.set(set)), Providers.ours()),
                        set);
        String message = String.valueOf(sentence.getMessage());
        assertTrue(message.contains(path), set + ": " + message);
        assertEquals(1, message.lines().count(), message);
        assertFalse(message.contains("Exception"), message);
    }

    /** A shipped scenario of a task. */
    private static String scenarioOf(String task) {
        return Providers.ours().scenarios().names().stream()
                .filter(
                        name ->
                                ScenarioFile.load(name)
                                        .scenario()
                                        .environment()
                                        .task()
                                        .name()
                                        .equals(task))
                .findFirst()
                .orElseThrow();
    }

    private static List<Key> keys(String task) {
        List<Key> keys = new ArrayList<>();
        for (EnvironmentProvider<?> provider : Providers.ours().environments()) {
            if (provider.name().equals(task)) {
                collect("environment.", provider.parameters(), keys);
            }
        }
        collect("environment.", EnvironmentBlock.Shared.class, keys);
        return keys;
    }

    private static void collect(String path, Class<?> type, List<Key> keys) {
        for (RecordComponent component : type.getRecordComponents()) {
            String key = path + Ranges.kebab(component.getName());
            Class<?> kind = component.getType();
            if (kind.isRecord()) {
                collect(key + ".", kind, keys);
            } else if (kind == double.class || kind == int.class || kind == long.class) {
                boolean whole = kind != double.class;
                keys.add(new Key(key, component.getAnnotation(Parameter.class), whole));
            }
        }
    }

    /** Values just outside, and far outside, of both bounds, as a file writes them. */
    private static List<String> outside(Key key) {
        String range = key.parameter.range();
        int comma = range.indexOf(',');
        List<String> values = new ArrayList<>();
        beyond(values, key, range.substring(1, comma).strip(), -1, range.charAt(0) == '(');
        String high = range.substring(comma + 1, range.length() - 1).strip();
        beyond(values, key, high, 1, range.endsWith(")"));
        return values;
    }

    private static void beyond(
            List<String> values, Key key, String bound, int direction, boolean open) {
        if (bound.endsWith("∞")) {
            return;
        }
        BigDecimal edge = new BigDecimal(bound);
        BigDecimal way = BigDecimal.valueOf(direction);
        BigDecimal little = key.whole ? BigDecimal.ONE : new BigDecimal("1e-9");
        String unit = " " + key.parameter.unit().symbol();
        if (open) {
            values.add(edge.toPlainString() + unit);
        }
        values.add(edge.add(way.multiply(little)).toPlainString() + unit);
        values.add(edge.add(way.multiply(new BigDecimal("1e7"))).toPlainString() + unit);
    }
}
