package sporeloop.scenarios.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sporeloop.scenarios.sweep.PlannedPoint;
import sporeloop.scenarios.sweep.SweepPlan;
import sporeloop.scenarios.training.Speed;

/** What a sweep would run. */
record DryRun(SweepPlan plan, int parallel) {
    void print(PrintWriter out) {
        List<PlannedPoint> points = plan.points();
        List<String[]> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("point"));
        header.addAll(plan.axes());
        header.add("simulated");
        rows.add(header.toArray(String[]::new));
        int number = 0;
        for (PlannedPoint point : points) {
            List<String> row = new ArrayList<>(List.of(String.valueOf(++number)));
            plan.axes().forEach(axis -> row.add(point.labels().getOrDefault(axis, "–")));
            row.add(ProgressLine.time(point.seconds()));
            rows.add(row.toArray(String[]::new));
        }
        new Columns(rows).print(out);
        plan.check();
        double one = Speed.seconds(plan.example());
        double whole = plan.example().run().duration();
        double all =
                one
                        * points.stream().mapToDouble(PlannedPoint::seconds).sum()
                        / whole
                        * plan.seeds().size();
        long trials = plan.trials();
        if (trials > (long) points.size() * plan.seeds().size()) {
            out.printf(
                    Locale.ROOT,
                    "… and more, chosen by what these come to; %,d trials in all.%n",
                    trials);
            all *= (double) trials / points.size() / plan.seeds().size();
        }
        out.printf(
                Locale.ROOT,
                "%,d points × %d seeds = %,d trials, scored by %s; about %s each, %s in all with"
                        + " %d at once.%n",
                trials / plan.seeds().size(),
                plan.seeds().size(),
                trials,
                plan.metric(),
                ProgressLine.time(one),
                ProgressLine.time(all / Math.min(parallel, trials)),
                parallel);
    }
}
