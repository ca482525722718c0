package sporeloop.scenarios.file;

import org.jspecify.annotations.Nullable;
import sporeloop.parameters.Parameter;

/**
 * One key of a resolved scenario.
 *
 * @param path the whole key: {@code plasticity.temperature}
 * @param value as a scenario file would write it
 * @param standard the default as its record states it; empty if there is none
 * @param origin {@code file:line}, {@code --set} or {@code default}
 * @param parameter meaning, unit, range and source; null for keys that choose ({@code kind})
 */
public record Setting(
        String path, String value, String standard, String origin, @Nullable Parameter parameter) {
    /** What the key means; empty if that is said by the block. */
    public String meaning() {
        return parameter == null ? "" : parameter.value();
    }
}
