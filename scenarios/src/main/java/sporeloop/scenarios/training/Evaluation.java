package sporeloop.scenarios.training;

import java.util.Map;
import sporeloop.bridge.Loop;
import sporeloop.bridge.Reading;

/** Measures a loop in a plain loop in one thread. */
final class Evaluation {
    private Evaluation() {}

    /** The task's figures of a loop over its first {@code intervals} exchange intervals. */
    static Map<String, Double> measure(LoopParts parts, long intervals) {
        Loop loop = parts.loop();
        loop.start();
        Reading first = loop.reading();
        loop.advance(intervals);
        return Ledger.of(parts).figures(first, loop.reading());
    }
}
