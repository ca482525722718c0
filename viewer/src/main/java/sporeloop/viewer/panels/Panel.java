package sporeloop.viewer.panels;

import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Canvas;
import sporeloop.viewer.story.Story;

/** A part of the window. */
interface Panel {
    /** What is in it, in a few words. */
    String title(Story story);

    /** Whether the recording holds what it draws. */
    boolean shows(Story story);

    /** Draws it into {@code box}, which lies below the title. */
    void draw(Canvas canvas, Box box, Moment moment);
}
