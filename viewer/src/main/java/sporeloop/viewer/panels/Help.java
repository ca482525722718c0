package sporeloop.viewer.panels;

import java.util.ArrayList;
import java.util.List;
import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Canvas;
import sporeloop.viewer.canvas.Face;
import sporeloop.viewer.story.About;

/** The keys, over everything else. */
final class Help {
    private static final String[][] KEYS = {
        {"Space", "pause, go on"},
        {".", "one exchange interval"},
        {"+  −", "faster, slower: ×¼ … ×64, max"},
        {"N", "begin again with the next seed"},
        {"←  →", "back, forward by 5 s (recordings)"},
        {"Home End", "to the beginning, to the end"},
        {"1 … 9", "panels on, off"},
        {"B", "body alone, body and brain"},
        {"V", "follow the body, see the whole"},
        {"T", "dark, light"},
        {"F  F11", "full screen"},
        {"S", "screenshot"},
        {"R", "record what is seen as GIF"},
        {"?  F1", "this list"},
        {"Esc  Q", "close; the run goes on"},
    };

    /** What can only be done to a run that says that it takes it. */
    private static final String[][] DEEDS = {
        {"push", "mouse", "drag the body: push it"},
        {"goal", "mouse", "drag the goal elsewhere"},
        {"rotate", "M", "rotate the motor map by 90°"},
        {"lesion", "L", "silence 20 % of the motor neurons"},
    };

    private Help() {}

    private static List<String[]> keys(About about) {
        List<String[]> keys = new ArrayList<>(List.of(KEYS));
        for (String[] deed : DEEDS) {
            if (about.takes(deed[0])) {
                keys.add(4, new String[] {deed[1], deed[2]});
            }
        }
        return keys;
    }

    static void draw(Canvas canvas, Theme theme, About about) {
        List<String[]> keys = keys(about);
        double s = canvas.scale();
        Box whole = canvas.whole();
        canvas.box(whole, 0, Theme.faded(theme.background, 0.72));
        double row = Math.min(25 * s, (whole.height() - 90 * s) / keys.size());
        double width = Math.min(440 * s, whole.width() - 40 * s);
        double height = 58 * s + keys.size() * row;
        Box box = new Box(whole.centreX() - width / 2, whole.centreY() - height / 2, width, height);
        canvas.box(box, 10 * s, theme.panel);
        canvas.frame(box, 10 * s, 1.2 * s, theme.line);
        canvas.text(Face.BOLD, 16, box.x() + 24 * s, box.y() + 32 * s, theme.ink, "Keys");
        double y = box.y() + 58 * s;
        for (String[] key : keys) {
            canvas.text(Face.BOLD, 12.5, box.x() + 24 * s, y, theme.blue, key[0]);
            canvas.text(Face.REGULAR, 12.5, box.x() + 118 * s, y, theme.ink, key[1]);
            y += row;
        }
    }
}
