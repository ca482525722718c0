package sporeloop.viewer.panels;

import java.util.HashSet;
import java.util.List;
import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Canvas;
import sporeloop.viewer.canvas.Face;
import sporeloop.viewer.story.Story;

/** What the body senses, number by number, for tasks without a camera. */
final class ObservationPanel implements Panel {
    @Override
    public String title(Story story) {
        return "Senses";
    }

    @Override
    public boolean shows(Story story) {
        return story.has("observation");
    }

    @Override
    public void draw(Canvas canvas, Box box, Moment moment) {
        double[] values = moment.story().latest("observation", moment.step());
        if (values != null) {
            List<String> names = moment.story().stream("observation").channels();
            list(canvas, box, moment.theme(), names, values);
        }
    }

    /** As much of a word as there is room for. */
    private static String shortened(Canvas canvas, String word, double room) {
        if (canvas.width(Face.REGULAR, 11.5, word) <= room) {
            return word;
        }
        String part = word;
        while (!part.isEmpty() && canvas.width(Face.REGULAR, 11.5, part + "…") > room) {
            part = part.substring(0, part.length() - 1);
        }
        return part.isEmpty() ? "" : part + "…";
    }

    /** Names at the left, numbers and units at the right, as many as there is room for. */
    static void list(Canvas canvas, Box box, Theme theme, List<String> names, double[] values) {
        double s = canvas.scale();
        double row = 17 * s;
        int rows = (int) Math.max(1, Math.floor((box.height() - 4 * s) / row));
        if (names.size() > Math.max(rows, 8) && new HashSet<>(units(names)).size() == 1) {
            bars(canvas, box, theme, names, values);
            return;
        }
        int shown = Math.min(names.size(), names.size() > rows ? rows - 1 : rows);
        double y = box.y() + 12 * s;
        double units = units(canvas, names);
        for (int i = 0; i < shown; i++, y += row) {
            String name = names.get(i);
            int bracket = name.indexOf(" [");
            String unit = bracket < 0 ? "" : name.substring(bracket + 2, name.length() - 1);
            String word = Words.name(bracket < 0 ? name : name.substring(0, bracket));
            String number = Words.number(values[i]);
            double room = box.width() - units - 24 * s - canvas.width(Face.BOLD, 11.5, number);
            String shortened = shortened(canvas, word, room);
            canvas.text(Face.REGULAR, 11.5, box.x() + 10 * s, y, theme.grey, shortened);
            double end = box.right() - 10 * s - units;
            canvas.textRight(Face.BOLD, 11.5, end, y, theme.ink, number);
            canvas.text(Face.REGULAR, Chart.TEXT, end + 5 * s, y, theme.grey, unit);
        }
        if (shown < names.size()) {
            String more = "and " + (names.size() - shown) + " more";
            canvas.text(Face.REGULAR, 11.5, box.x() + 10 * s, y, theme.grey, more);
        }
    }

    /** Room for the widest unit, and the gap before it; 0 if there is none. */
    private static double units(Canvas canvas, List<String> names) {
        double widest = 0;
        for (String unit : units(names)) {
            String bare = unit.isEmpty() ? "" : unit.substring(2, unit.length() - 1);
            widest = Math.max(widest, canvas.width(Face.REGULAR, Chart.TEXT, bare));
        }
        return widest > 0 ? widest + 5 * canvas.scale() : 0;
    }

    /** How wide a list must be for all its names to be whole. */
    static double width(Canvas canvas, List<String> names) {
        double widest = 0;
        for (String name : names) {
            String word = Words.name(name.replaceAll(" \\[.*", ""));
            widest = Math.max(widest, canvas.width(Face.REGULAR, 11.5, word));
        }
        double number = canvas.width(Face.BOLD, 11.5, "\u22120.00");
        return widest + number + units(canvas, names) + 30 * canvas.scale();
    }

    private static List<String> units(List<String> names) {
        return names.stream()
                .map(n -> n.contains(" [") ? n.substring(n.indexOf(" [")) : "")
                .toList();
    }

    /** Many numbers of one kind: a bar each, from the first at the left. */
    private static void bars(
            Canvas canvas, Box box, Theme theme, List<String> names, double[] values) {
        double s = canvas.scale();
        double least = 0;
        double most = 1; // of whatever unit: less is not worth a scale of its own
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double step = Chart.step(most - least, 1);
        double bottom = step * Math.floor(least / step);
        double top = step * Math.ceil(1.001 * most / step);
        String word = Words.name(names.get(0)).replaceAll(" \\d+( \\[|$)", "$1");
        canvas.text(Face.REGULAR, 11.5, box.x() + 10 * s, box.y() + 12 * s, theme.grey, word);
        Box below = box.inset(0, 16 * s, 0, 2 * s);
        Chart chart = new Chart(canvas, theme, below, 0, values.length, bottom, top, "");
        double width = chart.plot().width() / values.length;
        for (int k = 0; k < values.length; k++) {
            double y = chart.y(values[k]);
            double zero = chart.y(0);
            Box bar =
                    new Box(
                            chart.plot().x() + (k + 0.15) * width,
                            Math.min(y, zero),
                            0.7 * width,
                            Math.abs(zero - y));
            if (bar.height() > 0.3) {
                canvas.box(bar, 0, theme.blue);
            }
        }
    }
}
