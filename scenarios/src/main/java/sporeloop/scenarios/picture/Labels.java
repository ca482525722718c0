package sporeloop.scenarios.picture;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sporeloop.environments.Scene;
import sporeloop.results.NumberText;

/** Words on a picture. */
final class Labels {
    /** What a reader may not guess from its shape. */
    private static final List<Scene.Role> EXPLAINED =
            List.of(
                    Scene.Role.BODY,
                    Scene.Role.GOAL,
                    Scene.Role.COMMAND,
                    Scene.Role.VELOCITY,
                    Scene.Role.TRAIL);

    private Labels() {}

    /** Names the roles that are in the scene, each beside a dot of its colour. */
    static void legend(Graphics2D page, Scene scene, double right, double y) {
        Set<Scene.Role> present = EnumSet.noneOf(Scene.Role.class);
        for (int k = 0; k < scene.size(); k++) {
            present.add(scene.role(k));
        }
        page.setFont(Theme.plain(13));
        double x = right;
        for (int i = EXPLAINED.size() - 1; i >= 0; i--) {
            Scene.Role role = EXPLAINED.get(i);
            if (present.contains(role)) {
                String name = role.name().toLowerCase(Locale.ROOT);
                x -= page.getFontMetrics().stringWidth(name);
                page.setColor(Theme.INK);
                page.drawString(name, (float) x, (float) y);
                x -= 14;
                page.setColor(Theme.of(role));
                page.fill(new Ellipse2D.Double(x, y - 10, 10, 10));
                x -= 12;
            }
        }
    }

    /** Three digits, in every locale the same. */
    static String number(double value) {
        double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.3g", value));
        return NumberText.of(rounded == 0 ? 0 : rounded).replace('-', '−');
    }
}
