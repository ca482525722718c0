package sporeloop.scenarios.file;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sporeloop.parameters.Parameter;
import sporeloop.parameters.Provider;
import sporeloop.parameters.Ranges;

/**
 * Turns blocks into parameter records, by what the records' annotations say, and keeps a {@link
 * Setting} of each key on the way. A mistake is a {@link BadInput}.
 */
public final class Binder {
    /** Kept, since each new copy reads its annotations anew, which is most of the time of a binding. */
    private static final ClassValue<RecordComponent[]> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected RecordComponent[] computeValue(Class<?> type) {
                    return type.getRecordComponents();
                }
            };

    private final Scalars scalars;
    private final List<Setting> settings = new ArrayList<>();

    /**
     * @param step length of a simulation step [ms]
     */
    public Binder(double step) {
        scalars = new Scalars(step);
    }

    /** What was bound so far, in the order of the records' components. */
    List<Setting> settings() {
        return List.copyOf(settings);
    }

    /** Binds the whole {@code block} to {@code type}. */
    public <R extends Record> R bind(Class<R> type, Block block) {
        block.refuseUnknown(keys(type));
        return components(type, block);
    }

    /**
     * Binds a block in which {@code key} names a provider: the provider's record takes the rest, but
     * for the keys of {@code shared}, the record of what all such blocks have in common.
     */
    <P extends Provider<?>, R extends Record> Choice<P, R> choose(
            List<P> providers, String key, Class<R> shared, Block block) {
        List<String> names = providers.stream().map(Provider::name).toList();
        String name = chosen(key, names, "", block);
        P provider = providers.get(names.indexOf(name));
        Set<String> known = new LinkedHashSet<>(List.of(key));
        known.addAll(keys(shared));
        known.addAll(keys(provider.parameters()));
        block.refuseUnknown(known);
        R common = components(shared, block);
        return new Choice<>(provider, common, components(provider.parameters(), block));
    }

    /** The keys of a record. */
    public static Set<String> keys(Class<?> type) {
        return Arrays.stream(COMPONENTS.get(type))
                .map(component -> Ranges.kebab(component.getName()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private <R extends Record> R components(Class<R> type, Block block) {
        RecordComponent[] components = COMPONENTS.get(type);
        @Nullable Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            Parameter parameter = components[i].getAnnotation(Parameter.class);
            if (parameter == null) {
                throw new IllegalStateException(
                        type.getName() + "." + components[i].getName() + " lacks @Parameter");
            }
            types[i] = components[i].getType();
            String key = Ranges.kebab(components[i].getName());
            boolean absent =
                    components[i].getAnnotatedType().isAnnotationPresent(Nullable.class)
                            && !block.has(key);
            values[i] =
                    absent
                            ? null
                            : component(components[i].getGenericType(), parameter, key, block);
        }
        return construct(type, types, values, block);
    }

    private static <R extends Record> R construct(
            Class<R> type, Class<?>[] types, @Nullable Object[] values, Block block) {
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException rule) {
                throw block.refusal(String.valueOf(rule.getMessage()), keys(type));
            }
            throw new IllegalStateException(type.getName() + " can't be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " can't be made", e);
        }
    }

    private Object component(Type type, Parameter parameter, String key, Block block) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type[] of = generic.getActualTypeArguments();
            if (raw == Map.class) {
                return named((Class<?>) of[1], block.block(key));
            }
            if (raw == List.class) {
                return list((Class<?>) of[0], parameter, key, block);
            }
            if (raw == Optional.class) {
                return block.has(key)
                        ? Optional.of(component(of[0], parameter, key, block))
                        : Optional.empty();
            }
            throw new IllegalStateException("no scenario key can be a " + type.getTypeName());
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord() || plain.isSealed()) {
            return nested(plain, parameter.standard(), block.block(key));
        }
        return scalar(plain, parameter, key, block);
    }

    /** Binds a single value. */
    Object scalar(Class<?> type, Parameter parameter, String key, Block block) {
        ConfigValue value = block.value(key);
        Place place = value == null ? Place.DEFAULT : Place.of(value.origin());
        if (value == null && parameter.standard().isEmpty()) {
            throw missing(key, parameter, block);
        }
        String text =
                value == null ? parameter.standard() : block.text(key, value, scalars.noun(type));
        Object read = scalars.read(type, parameter, block.key(key), text, place);
        keep(block.key(key), scalars.write(read, parameter), parameter, place);
        return read;
    }

    private static BadInput missing(String key, Parameter parameter, Block block) {
        return block.place().complaint(block.key(key) + " is missing: " + parameter.value() + ".");
    }

    private Map<String, Object> named(Class<?> type, Block block) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : block.names()) {
            values.put(name, nested(type, "", block.block(name)));
        }
        return Collections.unmodifiableMap(values);
    }

    /** A record, or the one of a sealed interface's records that {@code kind} names. */
    private Object nested(Class<?> type, String standard, Block block) {
        if (type.isRecord()) {
            return bind(type.asSubclass(Record.class), block);
        }
        Map<String, Class<? extends Record>> kinds = new LinkedHashMap<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            kinds.put(Ranges.kebab(permitted.getSimpleName()), permitted.asSubclass(Record.class));
        }
        String kind = chosen("kind", List.copyOf(kinds.keySet()), standard, block);
        Class<? extends Record> chosen = kinds.get(kind);
        if (chosen == null) {
            throw new IllegalStateException(type.getName() + " has no default kind " + kind);
        }
        Set<String> known = new LinkedHashSet<>(List.of("kind"));
        known.addAll(keys(chosen));
        block.refuseUnknown(known);
        return components(chosen, block);
    }

    private String chosen(String key, List<String> names, String standard, Block block) {
        ConfigValue value = block.value(key);
        if (value == null) {
            if (standard.isEmpty()) {
                throw block.place()
                        .complaint(
                                block.key(key)
                                        + " is missing. Write one of: "
                                        + String.join(", ", names)
                                        + ".");
            }
            keep(block.key(key), standard, null, Place.DEFAULT);
            return standard;
        }
        Place place = Place.of(value.origin());
        String name = block.text(key, value, "a name");
        if (!names.contains(name)) {
            throw place.but(
                    block.key(key),
                    name,
                    "there is no such " + key + "." + NearMiss.hint(name, names));
        }
        keep(block.key(key), name, null, place);
        return name;
    }

    private List<Object> list(Class<?> type, Parameter parameter, String key, Block block) {
        ConfigValue written = block.value(key);
        if (written == null && parameter.standard().isEmpty()) {
            throw missing(key, parameter, block);
        }
        Place place = written == null ? Place.DEFAULT : Place.of(written.origin());
        ConfigValue value = written == null ? standard(parameter) : written;
        if (!(value instanceof ConfigList elements)) {
            throw place.but(block.key(key), Block.written(value), "must be a list: [ …, … ].");
        }
        List<Object> values = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (ConfigValue element : elements) {
            if (type.isRecord() || type.isSealed()) {
                Binder inside = new Binder(scalars.step());
                values.add(inside.nested(type, "", Block.of(block.key(key), element)));
                texts.add(Rendering.inline(inside.settings, block.key(key)));
            } else {
                Object read =
                        scalars.read(
                                type,
                                parameter,
                                block.key(key),
                                block.text(key, element, scalars.noun(type)),
                                written == null ? place : Place.of(element.origin()));
                values.add(read);
                texts.add(scalars.write(read, parameter));
            }
        }
        keep(block.key(key), "[" + String.join(", ", texts) + "]", parameter, place);
        return List.copyOf(values);
    }

    private static ConfigValue standard(Parameter parameter) {
        return Source.text("standard = " + parameter.standard(), Place.DEFAULT.file())
                .toConfig()
                .getValue("standard");
    }

    private void keep(String path, String value, @Nullable Parameter parameter, Place origin) {
        settings.add(
                new Setting(
                        path,
                        value,
                        parameter == null ? "" : parameter.standard(),
                        origin.toString(),
                        parameter));
    }
}
