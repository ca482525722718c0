package sporeloop.scenarios.training;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What goes wrong in a run. */
enum Mishap {
    NONE,
    STOPPED,
    BODY_THROWS,
    BODY_THROWS_ONCE,
    BODY_RUNS_OUT_OF_MEMORY_ONCE,
    BODY_OVERFLOWS_THE_STACK,
    BODY_HANGS,
    AGENT_THROWS,
    AGENT_THROWS_ONCE,
    AGENT_RUNS_OUT_OF_MEMORY_ONCE,
    AGENT_OVERFLOWS_THE_STACK,
    AGENT_HANGS,
    /** The body's answer is lost: its actor takes in the interval, and is gone. */
    BODY_ANSWER_LOST,
    AGENT_ANSWER_LOST,
    BODY_ANSWER_DOUBLED,
    AGENT_ANSWER_DOUBLED,
    BODY_ANSWER_LATE,
    AGENT_ANSWER_LATE,
    BODY_ANSWER_OUT_OF_ORDER,
    AGENT_ANSWER_OUT_OF_ORDER,
    BRIDGE_STOPPED,
    RECORDER_STOPPED;

    private static final Set<Mishap> MENDED_BY_A_RESTART =
            EnumSet.of(
                    BODY_THROWS_ONCE,
                    BODY_RUNS_OUT_OF_MEMORY_ONCE,
                    AGENT_THROWS_ONCE,
                    AGENT_RUNS_OUT_OF_MEMORY_ONCE,
                    BODY_ANSWER_LOST,
                    AGENT_ANSWER_LOST);

    /** Counted from where the parts were built last, so it may come again after a restart, or not. */
    private static final Set<Mishap> MAY_BE_OUTRUN =
            EnumSet.of(
                    BODY_THROWS, BODY_OVERFLOWS_THE_STACK, AGENT_THROWS, AGENT_OVERFLOWS_THE_STACK);

    boolean ofBody() {
        return name().startsWith("BODY_");
    }

    boolean hangs() {
        return name().endsWith("HANGS");
    }

    /** Whether wrong numbers may have been exchanged before it was noticed. */
    boolean doubles() {
        return name().endsWith("DOUBLED");
    }

    /** What the sentence says in which a run ends that it failed. */
    String word() {
        if (hangs()) {
            return "silent";
        }
        if (name().endsWith("STOPPED") || name().endsWith("LOST")) {
            return "stopped";
        }
        return name().contains("ANSWER") ? "answered interval" : "failed at simulated time";
    }

    /** How a side breaks; null if it does not. */
    Breaking.@Nullable Way way() {
        for (Breaking.Way way : Breaking.Way.values()) {
            if (name().endsWith("_" + way.name())) {
                return way;
            }
        }
        return null;
    }

    /** Whether a run that may be restarted so often may end like this. */
    boolean mayEnd(RunEnd end, int restarts) {
        return switch (this) {
            case NONE -> end == RunEnd.DONE;
            case STOPPED -> end != RunEnd.FAILED;
            default ->
                    end == RunEnd.FAILED
                            ? restarts == 0 || !MENDED_BY_A_RESTART.contains(this)
                            : end == RunEnd.DONE
                                    && restarts > 0
                                    && (MENDED_BY_A_RESTART.contains(this)
                                            || MAY_BE_OUTRUN.contains(this));
        };
    }
}
