package sporeloop.scenarios.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sporeloop.results.figures.Figure;
import sporeloop.results.figures.IntervalBars;
import sporeloop.results.statistics.Interval;
import sporeloop.results.statistics.Table;
import sporeloop.results.sweep.SweepTrial;
import sporeloop.scenarios.sweep.SweepBuilder;

/** Reaching without one thing at a time. */
final class Ablations {
    private static final String AXIS = "without";
    private static final String TARGETS = "targets_reached_per_min";
    private static final double LAST = 600;

    /** The sweep's names, and what is to be read. */
    private static final List<String[]> NAMES =
            List.of(
                    new String[] {"nothing", "the scenario as it is"},
                    new String[] {"noise", "no noise (T = 0)"},
                    new String[] {"rewiring", "no rewiring"},
                    new String[] {"prior", "no prior"},
                    new String[] {"baseline", "no reward baseline"},
                    new String[] {"multiplicity", "one synapse a pair"},
                    new String[] {"gradient-scale", "gradient scale 1, not 3"},
                    new String[] {"fixed-learning-rate", "fixed learning rate"},
                    new String[] {"episode-length-100-ms", "τ_e 0.1 s, not 0.2 s"},
                    new String[] {"episode-length-300-ms", "τ_e 0.3 s"},
                    new String[] {"episode-length-1000-ms", "τ_e 1 s"},
                    new String[] {"episode-length-3000-ms", "τ_e 3 s"});

    private Ablations() {}

    static void run(Bench bench, StringBuilder page) throws IOException {
        List<String> order = NAMES.stream().map(name -> name[0]).toList();
        Map<String, List<SweepTrial>> conditions =
                Conditions.by(AXIS, order, bench.trials("ablations", sweep(bench)));
        double end = conditions.values().iterator().next().get(0).record().durationS();
        double early = Math.min(1800, end / 2);
        String first = "first " + Math.round(early / 60) + " min";
        Table table = new Table("ablation", first + " [1/min]", "last 10 min [1/min]");
        List<IntervalBars.Bar> begun = new ArrayList<>();
        List<IntervalBars.Bar> ended = new ArrayList<>();
        for (String[] name : NAMES) {
            List<Course> courses = Course.of(conditions.getOrDefault(name[0], List.of()), TARGETS);
            double[] start = courses.stream().mapToDouble(c -> c.mean(0, early)).toArray();
            double[] last = courses.stream().mapToDouble(c -> c.mean(end - LAST, end)).toArray();
            Interval fast = Phrase.over(start);
            Interval good = Phrase.over(last);
            table.add(name[1], Phrase.of(fast), Phrase.of(good));
            begun.add(new IntervalBars.Bar(name[1], fast, start));
            ended.add(new IntervalBars.Bar(name[1], good, last));
        }
        bench.table("ablations", table);
        String seeds =
                "interquartile means and 95 %% intervals over %d seeds, a dot a seed"
                        .formatted(bench.seeds(10, 2).length);
        bench.figure("ablations-early", bars("Ablations: the " + first, seeds, begun));
        bench.figure("ablations", bars("Ablations: the last ten minutes", seeds, ended));
        page.append(
                        "\n## Ablations\n\n`reaching`, %s min, without one thing at a time.%n%n"
                                .formatted(Math.round(end / 60)))
                .append(table.markdown())
                .append(
                        "\n![How fast: targets reached in the beginning](ablations-early.svg)\n\n![How well: targets reached in the last ten minutes](ablations.svg)\n");
    }

    static SweepBuilder sweep(Bench bench) {
        return SweepBuilder.shipped("ablation")
                .duration(bench.quick() ? "20 min" : "1 h")
                .seeds(bench.seeds(10, 2));
    }

    private static Figure bars(String title, String seeds, List<IntervalBars.Bar> bars) {
        return new IntervalBars(title, seeds, TARGETS, "1/min").draw(bars);
    }
}
