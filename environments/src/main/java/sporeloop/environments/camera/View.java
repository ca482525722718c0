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
 * height, and fov its horizontal field of view. What is seen of the ground is cut out by half planes
 * a·f + b·l ≥ c, its borders: by (2) and (3) 0 ≤ u ≤ 1 and 0 ≤ v ≤ 1 are linear in f and l.
 */
public final class View {
    /** What {@link #cuts} says of a circle that is not seen. */
    static final int OUT_OF_SIGHT = -1;

    private final boolean above;
    private final double height;
    private final double sinPitch;
    private final double cosPitch;
    private final double scaleU;
    private final double scaleV;
    private final double[] borderAhead = new double[6]; // a, b and c, a² + b² = 1
    private final double[] borderAside = new double[6];
    private final double[] borderLeast = new double[6];
    private int borders;
    private double x0;
    private double y0;
    private double cos = 1;
    private double sin;

    private View(boolean above, double height, double pitch, double scaleU, double scaleV) {
        this.above = above;
        this.height = height;
        sinPitch = StrictMath.sin(pitch);
        cosPitch = StrictMath.cos(pitch);
        this.scaleU = scaleU;
        this.scaleV = scaleV;
    }

    /** From above, the rectangle of these borders [m] filling the picture. */
    public static View fromAbove(double left, double bottom, double right, double top) {
        View view = new View(true, 0, 0, 1 / (right - left), 1 / (top - bottom));
        view.border(1, 0, 0);
        view.border(-1, 0, left - right);
        view.border(0, -1, 0);
        view.border(0, 1, bottom - top);
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
        View view = new View(false, height, pitch, focal, focal * aspect);
        double cos = view.cosPitch;
        double sin = view.sinPitch;
        double up = view.scaleV;
        view.border(1, 0, nearest);
        view.border(-1, 0, -farthest);
        view.border(cos / 2, -focal, -height * sin / 2); // u ≥ 0
        view.border(cos / 2, focal, -height * sin / 2); // u ≤ 1
        view.border(cos / 2 - up * sin, 0, -height * (sin / 2 + up * cos)); // v ≥ 0
        view.border(cos / 2 + up * sin, 0, height * (up * cos - sin / 2)); // v ≤ 1
        return view;
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

    /** The borders that cut a circle on the ground, a bit for each, or {@link #OUT_OF_SIGHT}. */
    int cuts(double x, double y, double radius) {
        double forward = forward(x, y);
        double left = left(x, y);
        int cuts = 0;
        for (int k = 0; k < borders; k++) {
            double inside = borderAhead[k] * forward + borderAside[k] * left - borderLeast[k];
            if (inside <= -radius) {
                return OUT_OF_SIGHT;
            }
            if (inside < radius) {
                cuts |= 1 << k;
            }
        }
        return cuts;
    }

    /** a of a border. */
    double ahead(int border) {
        return borderAhead[border];
    }

    /** b of a border. */
    double aside(int border) {
        return borderAside[border];
    }

    /** c of a border. */
    double least(int border) {
        return borderLeast[border];
    }

    /** 1/z of a point. */
    double inverseDepth(double forward) {
        return above ? 1 : 1 / (forward * cosPitch + height * sinPitch);
    }

    /** Column of a point as a share of the width, (2) or (3). */
    double u(double forward, double left, double inverseDepth) {
        return above ? forward * scaleU : 0.5 - scaleU * left * inverseDepth;
    }

    /** Row of a point as a share of the height, (2) or (3). */
    double v(double forward, double left, double inverseDepth) {
        return above
                ? -left * scaleV
                : 0.5 + scaleV * (height * cosPitch - forward * sinPitch) * inverseDepth;
    }

    private void border(double a, double b, double c) {
        double norm = Math.sqrt(a * a + b * b);
        borderAhead[borders] = a / norm;
        borderAside[borders] = b / norm;
        borderLeast[borders++] = c / norm;
    }
}
