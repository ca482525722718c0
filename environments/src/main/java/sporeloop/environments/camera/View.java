package sporeloop.environments.camera;

/**
 * Where a camera stands and how it projects the plane: from above, or ahead over the ground.
 *
 * <pre>
 *   f = (x − x0)·cos φ + (y − y0)·sin φ,   l = −(x − x0)·sin φ + (y − y0)·cos φ       (1)
 *   ahead, of height h and pitch ψ (downwards):  z = f·cos ψ + h·sin ψ
 *     u = ½ − F·l/z,   v = ½ + F·W/H·(h·cos ψ − f·sin ψ)/z,   F = 1/(2·tan(fov/2))     (2)
 *   from above:  u = (x − left)/(right − left),  v = (top − y)/(top − bottom)          (3)
 * </pre>
 *
 * u runs to the right and v downwards, both from 0 to 1 over the picture; W and H are its width and
 * height, and fov its horizontal field of view.
 */
public final class View {
    private final boolean above;
    private final double nearest;
    private final double farthest;
    private final double height;
    private final double sinPitch;
    private final double cosPitch;
    private final double scaleU;
    private final double scaleV;
    private double x0;
    private double y0;
    private double cos = 1;
    private double sin;

    private View(
            boolean above,
            double nearest,
            double farthest,
            double height,
            double pitch,
            double scaleU,
            double scaleV) {
        this.above = above;
        this.nearest = nearest;
        this.farthest = farthest;
        this.height = height;
        sinPitch = StrictMath.sin(pitch);
        cosPitch = StrictMath.cos(pitch);
        this.scaleU = scaleU;
        this.scaleV = scaleV;
    }

    /** From above, the rectangle of these borders [m] filling the picture. */
    public static View fromAbove(double left, double bottom, double right, double top) {
        View view =
                new View(
                        true,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        0,
                        0,
                        1 / (right - left),
                        1 / (top - bottom));
        view.standAt(left, top, 0);
        return view;
    }

    /**
     * Ahead over the ground.
     *
     * @param height of the camera above the ground [m]
     * @param pitch of its axis below the horizon [rad]
     * @param field of view from left to right [rad]
     * @param nearest distance ahead at which the ground is seen [m]; less is cut off
     * @param farthest distance ahead at which it is seen [m]
     * @param aspect width by height of the picture
     */
    public static View ahead(
            double height,
            double pitch,
            double field,
            double nearest,
            double farthest,
            double aspect) {
        double focal = 0.5 / StrictMath.tan(field / 2);
        return new View(false, nearest, farthest, height, pitch, focal, focal * aspect);
    }

    /** Puts the camera at a place [m], looking along {@code heading} [rad]. */
    public void standAt(double x, double y, double heading) {
        x0 = x;
        y0 = y;
        cos = StrictMath.cos(heading);
        sin = StrictMath.sin(heading);
    }

    /** Distance of a point ahead [m], (1). */
    double forward(double x, double y) {
        return (x - x0) * cos + (y - y0) * sin;
    }

    /** Distance of a point to the left [m], (1). */
    double left(double x, double y) {
        return (y - y0) * cos - (x - x0) * sin;
    }

    double nearest() {
        return nearest;
    }

    double farthest() {
        return farthest;
    }

    /** Column of a point as a share of the width, (2) or (3). */
    double u(double forward, double left) {
        return above ? forward * scaleU : 0.5 - scaleU * left / depth(forward);
    }

    /** Row of a point as a share of the height, (2) or (3). */
    double v(double forward, double left) {
        return above
                ? -left * scaleV
                : 0.5 + scaleV * (height * cosPitch - forward * sinPitch) / depth(forward);
    }

    private double depth(double forward) {
        return forward * cosPitch + height * sinPitch;
    }
}
