package sporeloop.viewer.panels;

import sporeloop.viewer.canvas.Box;
import sporeloop.viewer.canvas.Canvas;
import sporeloop.viewer.canvas.Face;
import sporeloop.viewer.story.Log;
import sporeloop.viewer.story.Story;

/** The learning curve: the task's main figure, row by row, since the run began. */
final class CurvePanel implements Panel {
    @Override
    public String title(Story story) {
        String figure = story.about().get("figure");
        return figure.isEmpty() ? "Learning curve" : Words.capital(Words.figure(figure));
    }

    @Override
    public boolean shows(Story story) {
        return story.has(Story.CURVE);
    }

    @Override
    public void draw(Canvas canvas, Box box, Moment moment) {
        Theme theme = moment.theme();
        double s = canvas.scale();
        Log log = moment.story().log(Story.CURVE);
        int first = log.first();
        int rows = log.after(moment.step()) - first;
        double[] xs = new double[rows];
        double[] ys = new double[rows];
        double most = 0;
        double least = 0;
        for (int k = 0; k < rows; k++) {
            xs[k] = log.value(first + k, 0) / 60;
            ys[k] = log.value(first + k, 1);
            if (!Double.isNaN(ys[k])) {
                most = Math.max(most, ys[k]);
                least = Math.min(least, ys[k]);
            }
        }
        double end = Math.max(5, moment.story().seconds(moment.step()) / 60);
        Chart chart =
                new Chart(canvas, theme, box, 0, end, least, most > 0 ? 1.12 * most : 1, "min");
        if (rows == 0) {
            canvas.textCentred(
                    Face.REGULAR,
                    11.5,
                    chart.plot().centreX(),
                    chart.plot().centreY() + 4 * s,
                    theme.grey,
                    "first row after a minute");
            return;
        }
        befell(chart, canvas, moment);
        chart.line(xs, ys, rows, 2 * s, theme.blue);
        if (!Double.isNaN(ys[rows - 1])) {
            canvas.circle(chart.x(xs[rows - 1]), chart.y(ys[rows - 1]), 3 * s, theme.blue);
        }
    }

    /** A line where something befell the loop. */
    private static void befell(Chart chart, Canvas canvas, Moment moment) {
        Log letters = moment.story().log(Story.NOTICE);
        Box plot = chart.plot();
        long last = -1;
        for (int k = letters.first(); k < letters.after(moment.step()); k++) {
            if (letters.step(k) != last && letters.value(k, 1) > 0) {
                last = letters.step(k);
                double x = chart.x(moment.story().seconds(last) / 60);
                double width = 1.2 * canvas.scale();
                canvas.line(x, plot.y(), x, plot.bottom(), width, moment.theme().orange);
            }
        }
    }
}
