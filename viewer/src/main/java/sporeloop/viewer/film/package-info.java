/** Films and pictures as files, frame by frame: GIF and PNG by Java itself, MP4 by ffmpeg. */
@NullMarked
package sporeloop.viewer.film;

import org.jspecify.annotations.NullMarked;
