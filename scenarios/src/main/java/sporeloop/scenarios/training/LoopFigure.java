package sporeloop.scenarios.training;

import java.util.Locale;

/** What a loop measures whatever the task, besides the task's own metrics. */
public enum LoopFigure {
    /** Time. */
    SIM_TIME_S("s", "simulated time at the end of the row's window"),
    /** Reward. */
    MEAN_REWARD("", "mean of the rewards of all exchange intervals of the window; more is better"),
    /** Activity. */
    MOTOR_RATE_HZ("Hz", "mean rate of the read-out neurons in the window"),
    /** Synapses. */
    ACTIVE_SYNAPSES("", "plastic synapses that are not retracted (θ ≥ 0) at the window's end"),
    /** Parameters. */
    MEAN_THETA("", "mean θ of all plastic synapses at the window's end");

    private final String unit;
    private final String meaning;

    LoopFigure(String unit, String meaning) {
        this.unit = unit;
        this.meaning = meaning;
    }

    /** Its column in {@code progress.csv}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its unit; empty if it has none. */
    public String unit() {
        return unit;
    }

    /** Its definition. */
    public String meaning() {
        return meaning;
    }
}
