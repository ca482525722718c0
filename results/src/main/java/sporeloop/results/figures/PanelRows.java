package sporeloop.results.figures;

/**
 * Panels of one size in rows, below a figure's titles.
 *
 * @param columns panels in a full row
 * @param left of the first panel
 * @param top below the titles
 * @param across from a panel to the next in its row
 * @param down from a row to the next
 */
record PanelRows(int columns, double left, double top, double across, double down) {
    private static final double NARROWEST = 480;

    /** A drawing with titles and room for so many panels. */
    Drawing drawing(String title, String subtitle, int panels) {
        int wide = Math.max(1, Math.min(columns, panels));
        Drawing drawing =
                new Drawing(
                        Math.max(left + across * wide, NARROWEST),
                        top + down * Math.max(1, rows(panels)),
                        title + ", " + subtitle);
        drawing.titles(title, subtitle);
        return drawing;
    }

    double left(int panel) {
        return left + across * (panel % columns);
    }

    double top(int panel) {
        return top + down * row(panel);
    }

    boolean isFirst(int panel) {
        return panel % columns == 0;
    }

    /** Whether it is in the last row of so many. */
    boolean isLow(int panel, int panels) {
        return row(panel) == rows(panels) - 1;
    }

    private int row(int panel) {
        return panel / columns;
    }

    private int rows(int panels) {
        return (panels + columns - 1) / columns;
    }
}
