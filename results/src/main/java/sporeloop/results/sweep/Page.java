package sporeloop.results.sweep;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import sporeloop.results.figures.Figure;
import sporeloop.results.statistics.Interval;

/** A sweep on one page that needs no other file and no network. */
final class Page {
    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>%s</title>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <style>
            body { font: 15px/1.5 Inter, Helvetica, Arial, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #1a1a1a }
            table { border-collapse: collapse; margin: 1em 0 }
            th, td { padding: .25em .8em; border-bottom: 1px solid #e3e3e3; text-align: right }
            th { text-align: right; border-bottom: 2px solid #5f5f5f }
            svg { max-width: 100%%; height: auto; margin: 1em 0 }
            </style></head><body>
            <h1>%s</h1><p>%s</p>
            """;

    private Page() {}

    static String of(
            String name,
            String subtitle,
            PointTable table,
            Collection<Figure> figures,
            List<String> failures) {
        StringBuilder page =
                new StringBuilder(HEAD.formatted(escape(name), escape(name), escape(subtitle)));
        figures.forEach(figure -> page.append(figure.svg()));
        page.append("<table><tr>");
        boolean durations = table.hasSeveralDurations();
        table.axes().forEach(axis -> cell(page, "th", axis));
        if (durations) {
            cell(page, "th", "simulated [s]");
        }
        for (String column : List.of("seeds", table.metric(), "95 % interval")) {
            cell(page, "th", column);
        }
        page.append("</tr>\n");
        for (PointTable.Row row : table.points()) {
            Interval interval = row.interval();
            page.append("<tr>");
            row.values().forEach(value -> cell(page, "td", value));
            if (durations) {
                cell(page, "td", number(row.durationS()));
            }
            cell(page, "td", String.valueOf(row.scores().length));
            cell(page, "td", number(interval.estimate()));
            cell(
                    page,
                    "td",
                    Double.isNaN(interval.low())
                            ? "–"
                            : number(interval.low()) + " … " + number(interval.high()));
            page.append("</tr>\n");
        }
        page.append("</table>\n");
        if (!failures.isEmpty()) {
            page.append("<h2>Failed</h2><ul>");
            failures.forEach(each -> cell(page, "li", each));
            page.append("</ul>\n");
        }
        return page.append("</body></html>\n").toString();
    }

    private static void cell(StringBuilder page, String tag, String text) {
        page.append('<').append(tag).append('>').append(escape(text));
        page.append("</").append(tag).append('>');
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
