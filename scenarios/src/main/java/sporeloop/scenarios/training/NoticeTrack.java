package sporeloop.scenarios.training;

import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import sporeloop.bridge.Change;
import sporeloop.bridge.Exchange;
import sporeloop.bridge.Intervention;
import sporeloop.results.recording.Reel;
import sporeloop.results.recording.Stream;
import sporeloop.scenarios.file.InterventionList;
import sporeloop.scenarios.file.Scenario;

/**
 * What befalls the loop, and what of it was refused, in sentences: a record a letter. What befalls it by
 * the scenario is said when it begins. Any thread may call {@link #begun} and {@link #refused}.
 */
final class NoticeTrack implements Track {
    private record Notice(String sentence, boolean befalls) {}

    private final Queue<Notice> waiting = new ConcurrentLinkedQueue<>();
    private final List<Intervention> planned;
    private final double step;

    /** Of a loop of a scenario. */
    NoticeTrack(Scenario scenario) {
        planned = scenario.interventions();
        step = scenario.grid().step();
    }

    @Override
    public Stream stream() {
        return Stream.samples("notice", "", List.of("letter", "befalls"));
    }

    /** Something befalls the loop from its time on. */
    void begun(Intervention what) {
        String words = words(what.change());
        double at = what.at();
        waiting.add(new Notice(text("%s, at %.2f s", words, at), true));
    }

    /** Something does not befall the loop. */
    void refused(String sentence) {
        waiting.add(new Notice(sentence, false));
    }

    private String words(Change change) {
        if (change instanceof Change.Push push) {
            return text("push of %.1f m/s", Math.hypot(push.x(), push.y()));
        } else if (change instanceof Change.MoveGoal goal) {
            return text("goal moved to %.2f, %.2f m", goal.x(), goal.y());
        } else if (change instanceof Change.RotateMotorMap map) {
            return text("motor map rotated by %.0f°", Math.toDegrees(map.angle()));
        } else if (change instanceof Change.Lesion lesion) {
            String layer = lesion.layer().name().toLowerCase(Locale.ROOT);
            return text("%.0f %% of the %s neurons silenced", 100 * lesion.share(), layer);
        }
        return InterventionList.text(change, step);
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    /** Looks whether something of the scenario begins: to be called each interval. */
    void note(Exchange exchange) {
        double from = exchange.grid().seconds(exchange.interval());
        double to = exchange.grid().seconds(exchange.interval() + 1);
        for (Intervention what : planned) {
            if (what.at() >= from && what.at() < to) {
                begun(what);
            }
        }
    }

    @Override
    public void record(Exchange exchange, long at, int stream, Reel reel) {
        Notice next = waiting.poll();
        if (next != null) {
            double befalls = next.befalls() ? 1 : 0;
            next.sentence()
                    .codePoints()
                    .forEach(letter -> reel.sample(stream, at, new double[] {letter, befalls}));
        }
    }
}
