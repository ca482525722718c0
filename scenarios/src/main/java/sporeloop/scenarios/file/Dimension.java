package sporeloop.scenarios.file;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sporeloop.parameters.Unit;

/** The units of one dimension that a scenario file may write, each with its size in the first. */
record Dimension(String noun, Map<String, BigDecimal> sizes) {
    private static final Map<String, Dimension> BY_SYMBOL = new LinkedHashMap<>();

    static {
        add("duration", "ms 1, us 1e-3, µs 1e-3, μs 1e-3, s 1e3, min 60e3, h 3600e3, d 86400e3");
        add(
                "rate",
                "Hz 1, kHz 1e3, mHz 1e-3, /s 1, per s 1, 1/s 1, /ms 1e3, per ms 1e3, 1/ms 1e3,"
                        + " /min 0.016666666666666666666666667, per min 0.016666666666666666666666667,"
                        + " /h 2.7777777777777777777777778e-4, per h 2.7777777777777777777777778e-4");
        add("length", "m 1, km 1e3, dm 0.1, cm 0.01, mm 1e-3");
        add("speed", "m/s 1, cm/s 0.01, mm/s 1e-3, km/h 0.27777777777777777777777778");
        add(
                "angle",
                "rad 1, mrad 1e-3, deg 0.017453292519943295769236908,"
                        + " ° 0.017453292519943295769236908");
        add(
                "angular speed",
                "rad/s 1, mrad/s 1e-3, deg/s 0.017453292519943295769236908,"
                        + " °/s 0.017453292519943295769236908");
        add("mass", "kg 1, g 1e-3, mg 1e-6");
        add("force", "N 1, kN 1e3, mN 1e-3");
        add("torque", "N·m 1, N*m 1, Nm 1, N m 1, mN·m 1e-3, mNm 1e-3");
    }

    /** The dimension of {@code unit}; one that only knows the unit itself if it is not in the table. */
    static Dimension of(Unit unit) {
        return BY_SYMBOL.getOrDefault(
                unit.symbol(), new Dimension("quantity", Map.of(unit.symbol(), BigDecimal.ONE)));
    }

    /** What a file may write. */
    Set<String> units() {
        return sizes.keySet();
    }

    /** One {@code from} in {@code to}, two units of this dimension; null if {@code from} is not. */
    @Nullable BigDecimal size(String from) {
        return sizes.get(from);
    }

    private static void add(String noun, String table) {
        Map<String, BigDecimal> sizes = new LinkedHashMap<>();
        for (String entry : List.of(table.split(", ", -1))) {
            int space = entry.lastIndexOf(' ');
            sizes.put(entry.substring(0, space), new BigDecimal(entry.substring(space + 1)));
        }
        Dimension dimension = new Dimension(noun, sizes);
        sizes.keySet().forEach(unit -> BY_SYMBOL.put(unit, dimension));
    }
}
