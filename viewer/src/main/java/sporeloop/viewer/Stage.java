package sporeloop.viewer;

import org.jspecify.annotations.Nullable;
import sporeloop.viewer.canvas.Canvas;
import sporeloop.viewer.canvas.Glyphs;
import sporeloop.viewer.canvas.Painter;
import sporeloop.viewer.canvas.Surface;
import sporeloop.viewer.panels.Dashboard;
import sporeloop.viewer.panels.Status;

/** A dashboard on a surface. Belongs to the thread that made it. */
final class Stage implements AutoCloseable {
    private final Surface surface;
    private final Glyphs glyphs = new Glyphs();
    private final Canvas canvas = new Canvas(glyphs);
    private final Painter painter;
    private final Dashboard dashboard = new Dashboard();
    private double scale;

    Stage(Surface surface) {
        this.surface = surface;
        painter = new Painter();
    }

    /** Draws a show as it is now; {@link Surface#show} follows. */
    void draw(Show show, boolean recording, @Nullable String notice, boolean help) {
        surface.measure();
        int width = surface.width();
        int height = surface.height();
        double fitting = Dashboard.scale(width, height, surface.scale());
        if (fitting != scale) {
            glyphs.clear();
            scale = fitting;
        }
        canvas.begin(width, height, scale);
        Status status =
                new Status(
                        show.mode(),
                        show.speed().toString(),
                        show.measured(),
                        show.paused(),
                        recording,
                        show.length(),
                        notice,
                        help);
        dashboard.draw(canvas, show.story(), show.at(), status);
        painter.paint(canvas, dashboard.theme().background());
    }

    Surface surface() {
        return surface;
    }

    Dashboard dashboard() {
        return dashboard;
    }

    @Override
    public void close() {
        painter.close();
        surface.close();
    }
}
