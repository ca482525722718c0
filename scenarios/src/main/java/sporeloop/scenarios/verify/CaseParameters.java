package sporeloop.scenarios.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Unit;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.NearMiss;

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

    /** What a record has and a case can't give: one case is one neuron, by one rule. */
    private static final Set<String> OURS = Set.of("size", "skipretracted");

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
                                    + "."
                                    + NearMiss.hint(entry.getKey(), names(components)));
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
        return number;
    }

    /** {@code ms} in steps, freed of the rounding that 0.1 brings. */
    static double steps(double ms, double stepMs) {
        double steps = ms / stepMs;
        double whole = Math.rint(steps);
        return Math.abs(steps - whole) <= 1e-5 ? whole : steps;
    }

    /** Those of the case's own fields that are parameters of {@code record}. */
    static Map<String, JsonNode> among(CaseFile file, Class<? extends Record> record) {
        Map<String, JsonNode> found = new TreeMap<>();
        names(record.getRecordComponents()).forEach(file.keys()::know);
        file.fields()
                .forEach(
                        (name, value) -> {
                            if (find(record.getRecordComponents(), plain(name)) >= 0) {
                                file.keys().know(name);
                                found.put(name, value);
                            }
                        });
        return found;
    }

    private static int find(RecordComponent[] components, String theirs) {
        String ours = ALIASES.getOrDefault(theirs, theirs);
        for (int i = 0; i < components.length; i++) {
            if (plain(components[i].getName()).equals(ours) && given(components[i])) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a case can give that component: a number or a truth value of the model. */
    private static boolean given(RecordComponent component) {
        return component.getType().isPrimitive() && !OURS.contains(plain(component.getName()));
    }

    private static List<String> names(RecordComponent[] components) {
        return Arrays.stream(components)
                .filter(CaseParameters::given)
                .map(component -> theirs(component.getName()))
                .toList();
    }

    /** {@code pspTauRise} in the original software's way: {@code psp_tau_rise}. */
    private static String theirs(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
