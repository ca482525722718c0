package sporeloop.scenarios.sweep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sporeloop.scenarios.file.ScenarioFile;

/**
 * One run of a sweep, in data: nothing but this is needed to run it anywhere.
 *
 * @param id hash of the resolved scenario, its seed and the program's fingerprint
 * @param scenario name of the scenario
 * @param text the scenario with every key written out
 * @param point value of each axis
 * @param seed of the run
 * @param seconds simulated time [s]
 * @param metric figure that the sweep compares
 * @param shorter id of a trial of less time that this one can go on from; null if there is none
 */
public record Trial(
        String id,
        String scenario,
        String text,
        Map<String, String> point,
        long seed,
        double seconds,
        String metric,
        @Nullable String shorter) {
    private static final int DIGITS = 24;

    /** The trial of a resolved scenario, run by the program of a fingerprint. */
    static Trial of(ScenarioFile file, Point point, String metric, String fingerprint) {
        String name = file.scenario().name();
        String text = file.text();
        return new Trial(
                hash(name + "\n" + fingerprint + "\n" + text),
                name,
                text,
                point.labels(),
                file.scenario().run().seed(),
                file.scenario().run().duration(),
                metric,
                null);
    }

    /** The same, able to go on from {@code before}. */
    Trial after(Trial before) {
        return new Trial(id, scenario, text, point, seed, seconds, metric, before.id);
    }

    /** The beginning of a text's SHA-256, in hexadecimal digits. */
    static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@code temperature=0.2 learning-rate=1e-7 seed=3}: the last word of each axis and its value. */
    public String words() {
        StringBuilder words = new StringBuilder();
        point.forEach(
                (axis, value) ->
                        words.append(axis.substring(axis.lastIndexOf('.') + 1))
                                .append('=')
                                .append(value.replace(" ", ""))
                                .append(' '));
        return words.append("seed=").append(seed).toString();
    }
}
