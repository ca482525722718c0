package sporeloop.scenarios.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Unit;
import sporeloop.scenarios.file.BadInput;

/**
 * Puts the parameters of a recorded case, in the original software's names, into a parameter record:
 * {@code psp_tau_rise}, {@code c_1} and {@code I_e} are {@code pspTauRise}, {@code c1} and {@code iE}.
 */
final class CaseParameters {
    /** Names that differ by more than spelling: theirs, ours. */
    private static final Map<String, String> ALIASES =
            Map.of(
                    "simulateretractedsynapses", "simulateretracted",
                    "deleteretractedsynapses", "deleteretracted");

    /** What a case may give that says nothing about a replay. */
    private static final Set<String> IGNORED = Set.of("trefremaining");

    private CaseParameters() {}

    /**
     * The record {@code base} with the values of {@code given} in the place of its own.
     *
     * @param where the object's key in the case, for messages
     * @param stepMs length of a step [ms]; durations that the record counts in steps must be whole
     *     numbers of it
     */
    static <R extends Record> R with(
            CaseFile file, String where, R base, Map<String, JsonNode> given, double stepMs) {
        RecordComponent[] components = base.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                values[i] = components[i].getAccessor().invoke(base);
                types[i] = components[i].getType();
            }
            for (Map.Entry<String, JsonNode> entry : given.entrySet()) {
                int i = find(components, plain(entry.getKey()));
                if (i >= 0) {
                    String key = where + "." + entry.getKey();
                    values[i] = value(file, key, components[i], entry.getValue(), stepMs);
                } else if (!IGNORED.contains(plain(entry.getKey()))) {
                    throw new BadInput(
                            file.path()
                                    + ": "
                                    + where
                                    + " has an unknown parameter "
                                    + entry.getKey()
                                    + ".");
                }
            }
            @SuppressWarnings("unchecked")
            R made = (R) base.getClass().getDeclaredConstructor(types).newInstance(values);
            return made;
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new BadInput(file.path() + ": " + where + ": " + cause.getMessage() + ".");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(
            CaseFile file, String key, RecordComponent component, JsonNode node, double stepMs) {
        Class<?> type = component.getType();
        if (type == boolean.class) {
            if (node.isBoolean()) {
                return node.booleanValue();
            }
            throw new BadInput(
                    file.path() + ": " + key + " = " + node + ", but must be true or false.");
        }
        double number = file.finite(key, node);
        Parameter parameter = component.getAnnotation(Parameter.class);
        if (parameter != null && parameter.unit() == Unit.STEPS) {
            return (long) file.whole(key + " in steps", steps(number, stepMs));
        }
        if (type == int.class) {
            return file.whole(key, number);
        }
        if (type == double.class) {
            return number;
        }
        throw new BadInput(file.path() + ": " + key + " is not a parameter that a case can give.");
    }

    /** {@code ms} in steps, freed of the rounding that 0.1 brings. */
    static double steps(double ms, double stepMs) {
        double steps = ms / stepMs;
        double whole = Math.rint(steps);
        return Math.abs(steps - whole) <= 1e-6 * Math.max(1, whole) ? whole : steps;
    }

    private static int find(RecordComponent[] components, String theirs) {
        String ours = ALIASES.getOrDefault(theirs, theirs);
        return Arrays.stream(components).map(c -> plain(c.getName())).toList().indexOf(ours);
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
