package sporeloop.viewer.film;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A film as MP4 (H.264), which ffmpeg makes of raw frames that it is fed. */
final class Mp4Film extends Film {
    private static final long PATIENCE_SECONDS = 120;

    private final Process ffmpeg;
    private final OutputStream frames;
    private final byte[] raw;

    Mp4Film(Path file, int width, int height, int rate) throws IOException {
        super(file);
        raw = new byte[3 * width * height];
        List<String> command =
                List.of(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-y",
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "rgb24",
                        "-s",
                        width + "x" + height,
                        "-r",
                        Integer.toString(rate),
                        "-i",
                        "-",
                        "-an",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "medium",
                        "-crf",
                        "20",
                        "-pix_fmt",
                        "yuv420p",
                        "-vf",
                        "pad=ceil(iw/2)*2:ceil(ih/2)*2",
                        "-movflags",
                        "+faststart",
                        "-f",
                        "mp4",
                        partial().toString());
        try {
            ffmpeg = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            throw new IOException(
                    "An .mp4 is made by ffmpeg, which is not installed here. Install it, or ask for a"
                            + " .gif.",
                    missing);
        }
        frames = ffmpeg.getOutputStream();
    }

    @Override
    public void add(int[] argb) throws IOException {
        for (int p = 0; p < argb.length; p++) {
            raw[3 * p] = (byte) (argb[p] >>> 16);
            raw[3 * p + 1] = (byte) (argb[p] >>> 8);
            raw[3 * p + 2] = (byte) argb[p];
        }
        try {
            frames.write(raw);
        } catch (IOException broken) {
            throw failed(broken);
        }
    }

    @Override
    void end() throws IOException {
        try {
            frames.close();
        } catch (IOException broken) {
            throw failed(broken);
        }
        try {
            if (!ffmpeg.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || ffmpeg.exitValue() != 0) {
                throw failed(null);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while ffmpeg was at work", stop);
        }
    }

    private IOException failed(@org.jspecify.annotations.Nullable IOException cause)
            throws IOException {
        String said =
                new String(ffmpeg.getInputStream().readNBytes(2000), StandardCharsets.UTF_8)
                        .lines()
                        .reduce((first, second) -> second)
                        .orElse("it does not say why");
        return new IOException("ffmpeg failed: " + said, cause);
    }

    @Override
    public void close() throws IOException {
        ffmpeg.destroyForcibly();
        super.close();
    }
}
