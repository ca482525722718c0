package sporeloop.environments.camera;

import java.util.EnumMap;
import java.util.Map;
import sporeloop.environments.Scene;

/** How bright what a camera sees is, as a share of white; what has no brightness is not seen. */
public final class Palette {
    private final float background;
    private final Map<Scene.Role, Float> brightness = new EnumMap<>(Scene.Role.class);

    /** A palette of a background and nothing else. */
    public Palette(double background) {
        this.background = (float) background;
    }

    /** Gives shapes of {@code role} a brightness in [0, 1]. */
    public Palette with(Scene.Role role, double bright) {
        brightness.put(role, (float) bright);
        return this;
    }

    float background() {
        return background;
    }

    boolean shows(Scene.Role role) {
        return brightness.containsKey(role);
    }

    float brightness(Scene.Role role) {
        Float given = brightness.get(role);
        return given == null ? background : given;
    }
}
