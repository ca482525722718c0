package sporeloop.viewer.panels;

import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Canvas;
import sporeloop.viewer.story.Log;
import sporeloop.viewer.story.Story;

/** The reward of the last minute, and what it lately was on average: its baseline. */
final class RewardPanel implements Panel {
    private static final double SPAN = 60; // [s]
    private static final int POINTS = 400;

    private final double[] xs = new double[POINTS];
    private final double[] ys = new double[POINTS];
    private final int[] counts = new int[POINTS];

    @Override
    public String title(Story story) {
        return "Reward";
    }

    @Override
    public boolean shows(Story story) {
        return story.has("reward");
    }

    @Override
    public void draw(Canvas canvas, Box box, Moment moment) {
        Theme theme = moment.theme();
        Story story = moment.story();
        double s = canvas.scale();
        double most = mean(moment, "reward");
        double least = Math.min(0, least());
        Chart chart =
                new Chart(canvas, theme, box, -SPAN, 0, least, Math.max(0.01, most * 1.15), "s");
        canvas.clip(chart.plot().inset(0, -2 * s, 0, -2 * s));
        chart.line(xs, ys, POINTS, 1.6 * s, theme.green);
        boolean baseline = story.has("baseline");
        if (baseline) {
            mean(moment, "baseline");
            chart.line(xs, ys, POINTS, 1.6 * s, theme.orange);
        }
        canvas.unclip();
        double end = chart.plot().right();
        end = baseline ? chart.legend(end, "baseline", theme.orange) : end;
        chart.legend(end, "reward", theme.green);
    }

    /** Fills in the mean over each of the bins that have a value; the greatest of them. */
    private double mean(Moment moment, String stream) {
        Story story = moment.story();
        Log log = story.log(stream);
        java.util.Arrays.fill(ys, 0);
        java.util.Arrays.fill(counts, 0);
        // Bins are fixed in simulated time, or the line would shiver.
        double bin = story.steps(SPAN) / (double) (POINTS - 2);
        long newest = (long) Math.floor(moment.step() / bin);
        int end = log.after(moment.step());
        for (int k = log.after(moment.ago(SPAN)); k < end; k++) {
            int b = (int) (POINTS - 1 - (newest - (long) Math.floor(log.step(k) / bin)));
            if (b >= 0) {
                ys[b] += log.value(k, 0);
                counts[b]++;
            }
        }
        double most = 0;
        for (int b = 0; b < POINTS; b++) {
            double middle = (newest - (POINTS - 1 - b) + 0.5) * bin;
            xs[b] = story.seconds(Math.min(0, middle - moment.step()));
            ys[b] = counts[b] == 0 ? Double.NaN : ys[b] / counts[b];
            most = counts[b] == 0 ? most : Math.max(most, ys[b]);
        }
        return most;
    }

    private double least() {
        double least = 0;
        for (double y : ys) {
            least = Double.isNaN(y) ? least : Math.min(least, y);
        }
        return least;
    }
}
