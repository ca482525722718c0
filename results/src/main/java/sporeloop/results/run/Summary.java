package sporeloop.results.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sporeloop.results.NumberText;

/**
 * The run in one flat JSON object, its keys in the order of their coming. A value that is not finite
 * ("no such event") becomes {@code null}.
 */
public final class Summary {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** Adds a text. */
    public Summary put(String key, String value) {
        return add(key, value);
    }

    /** Adds a figure. */
    public Summary put(String key, double value) {
        return add(key, Double.isFinite(value) ? (Object) value : null);
    }

    /** Adds a count. */
    public Summary put(String key, long value) {
        return add(key, value);
    }

    private Summary add(String key, @Nullable Object value) {
        if (values.containsKey(key)) {
            throw new IllegalArgumentException("the summary has " + key + " already");
        }
        values.put(key, value);
        return this;
    }

    /** The object as text, a key a line, with a final line end. */
    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
                json.writeFieldName(entry.getKey());
                if (entry.getValue() instanceof Double figure) {
                    json.writeNumber(NumberText.of(figure));
                } else {
                    json.writeObject(entry.getValue());
                }
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }
}
