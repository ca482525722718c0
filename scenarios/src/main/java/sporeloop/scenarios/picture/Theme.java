package sporeloop.scenarios.picture;

import java.awt.Color;
import java.awt.Font;
import sporeloop.environments.Scene;

/**
 * The colours of a picture. What must be told apart has a colour of Okabe and Ito, which stay apart
 * for colour-blind readers; what lies below is pale and grey.
 */
final class Theme {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x1A1A1A);
    static final Color GREY = new Color(0x5F5F5F);
    static final Color PALE = new Color(0xE3E3E3);
    static final Color ON = new Color(0xD55E00);
    static final Color OFF = new Color(0x0072B2);

    private Theme() {}

    static Color of(Scene.Role role) {
        return new Color(
                switch (role) {
                    case GROUND -> 0xF0EEE8;
                    case WALL -> 0x8A8A8A;
                    case ROAD -> 0xBDBDBD;
                    case MARKING -> 0xFFFFFF;
                    case GOAL -> 0x009E73;
                    case BODY -> 0x0072B2;
                    case WHEEL, JOINT -> 0x2E2E2E;
                    case LIMB -> 0x56B4E9;
                    case TRAIL -> 0xCC79A7;
                    case COMMAND -> 0xE69F00;
                    case VELOCITY -> 0xD55E00;
                    case INSTRUMENT -> 0xD2D2D2;
                    case NEEDLE -> 0x0072B2;
                });
    }

    static Font plain(double size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size);
    }

    static Font bold(double size) {
        return new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) size);
    }
}
