package sporeloop.scenarios.file;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.Map;

/**
 * A value from the command line that takes the place of a scenario's.
 *
 * @param option the option it was given by: {@code --set}, {@code --duration}
 * @param path the whole key
 * @param value as typed
 */
public record Assignment(String option, String path, String value) {
    private static final int LONGEST_PATH = 200;

    /** Reads {@code path=value}. */
    public static Assignment set(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new BadInput(
                    "--set "
                            + text
                            + ", but it must be path=value: --set plasticity.temperature=0.2.");
        }
        return new Assignment(
                Place.SET, text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    /** {@code below} with this value in it; without the key if the value is {@code null}. */
    ConfigObject over(ConfigObject below) {
        List<String> keys = keys();
        if (value.equals("null")) {
            return below.toConfig().withoutPath(ConfigUtil.joinPath(keys)).root();
        }
        ConfigValue above = leaf();
        for (int i = keys.size() - 1; i >= 0; i--) {
            above = ConfigValueFactory.fromMap(Map.of(keys.get(i), above), option);
        }
        return (ConfigObject) above.withFallback(below);
    }

    private List<String> keys() {
        try {
            if (path.length() <= LONGEST_PATH) {
                return ConfigUtil.splitPath(path);
            }
        } catch (ConfigException e) {
            // Complained of below, like a path that is too long.
        }
        throw new BadInput(
                option + " " + path + ", but a key is written like plasticity.temperature.");
    }

    /** Lists and blocks are read as in a file; all else is a word, which may hold a quantity. */
    private ConfigValue leaf() {
        if (value.startsWith("[") || value.startsWith("{")) {
            return Source.text("value = " + value, option).toConfig().getValue("value");
        }
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return ConfigValueFactory.fromAnyRef(
                quoted ? value.substring(1, value.length() - 1) : value, option);
    }
}
