package sporeloop.viewer.panels;

import sporeloop.environments.Scene;

/**
 * Colours, 0xAARRGGBB. What must be told apart has a colour of Okabe and Ito, lightened on dark ground,
 * which stay apart for colour-blind eyes.
 */
public enum Theme {
    /** Light on dark: for screens and talks. */
    DARK(
            0xFF0F1319,
            0xFF181E27,
            0xFF2A3340,
            0xFFE9EEF5,
            0xFF93A1B3,
            0xFF5CB8EE,
            0xFFF2A33A,
            0xFF35C79A,
            0xFFE58BC0),
    /** Dark on light: for paper. */
    LIGHT(
            0xFFF3F4F6,
            0xFFFFFFFF,
            0xFFDDE1E7,
            0xFF16191D,
            0xFF59636F,
            0xFF0072B2,
            0xFFC45500,
            0xFF00805E,
            0xFFB3528C);

    /** Behind the panels. */
    final int background;

    /** Of a panel. */
    final int panel;

    /** Of lines that only divide. */
    final int line;

    /** Of text. */
    final int ink;

    /** Of text that may be overlooked. */
    final int grey;

    /** OFF, negative, the body. */
    final int blue;

    /** ON, positive, the command. */
    final int orange;

    /** Goals and gains. */
    final int green;

    /** What is measured. */
    final int pink;

    Theme(
            int background,
            int panel,
            int line,
            int ink,
            int grey,
            int blue,
            int orange,
            int green,
            int pink) {
        this.background = background;
        this.panel = panel;
        this.line = line;
        this.ink = ink;
        this.grey = grey;
        this.blue = blue;
        this.orange = orange;
        this.green = green;
        this.pink = pink;
    }

    /** What is behind everything. */
    public int background() {
        return background;
    }

    /** The other one. */
    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    /** Colour of a shape of the scene. */
    int of(Scene.Role role) {
        boolean dark = this == DARK;
        return switch (role) {
            case GROUND -> dark ? 0xFF202833 : 0xFFEFEDE6;
            case WALL -> dark ? 0xFF66758A : 0xFF8A8A8A;
            case ROAD -> dark ? 0xFF39434F : 0xFFBDBDBD;
            case MARKING -> dark ? 0xFFDCE3EB : 0xFFFFFFFF;
            case GOAL -> dark ? 0xFF2BA981 : 0xFF009E73;
            case BODY, NEEDLE -> blue;
            case WHEEL -> dark ? 0xFF0A0D12 : 0xFF2E2E2E;
            case JOINT -> ink;
            case LIMB -> dark ? 0xFF8FC9EF : 0xFF56B4E9;
            case TRAIL, VELOCITY -> pink;
            case COMMAND -> orange;
            case INSTRUMENT -> dark ? 0xFF2C3644 : 0xFFD2D2D2;
        };
    }

    /** A colour with another opacity, 0 to 1. */
    static int faded(int colour, double opacity) {
        return (colour & 0xFFFFFF)
                | (int) Math.round(255 * Math.max(0, Math.min(1, opacity))) << 24;
    }

    /** {@code share} of the second colour in the first. */
    static int mixed(int first, int second, double share) {
        double s = Math.max(0, Math.min(1, share));
        int mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double a = first >>> shift & 0xFF;
            double b = second >>> shift & 0xFF;
            mixed = mixed << 8 | (int) Math.round(a + s * (b - a));
        }
        return mixed;
    }

    private static final int[] SCALE = {
        0xFF440154,
        0xFF472D7B,
        0xFF3B528B,
        0xFF2C728E,
        0xFF21918C,
        0xFF28AE80,
        0xFF5EC962,
        0xFFADDC30,
        0xFFFDE725
    };

    /** A scale of even steps for every eye, viridis, from 0 to 1. */
    static int scale(double value) {
        double at = Math.max(0, Math.min(1, value)) * (SCALE.length - 1);
        int k = Math.min(SCALE.length - 2, (int) at);
        return mixed(SCALE[k], SCALE[k + 1], at - k);
    }

    /** A colour for each of some things that stand in a circle: even in lightness, around the hues. */
    int around(int k, int of) {
        double angle = 2 * Math.PI * k / Math.max(1, of);
        double light = this == DARK ? 0.74 : 0.46;
        double amount = 0.24;
        double r = light + amount * Math.cos(angle);
        double g = light + amount * Math.cos(angle - 2 * Math.PI / 3) - 0.02;
        double b = light + amount * Math.cos(angle + 2 * Math.PI / 3);
        return 0xFF000000 | channel(r) << 16 | channel(g) << 8 | channel(b);
    }

    private static int channel(double value) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, value)));
    }
}
