package sporeloop.scenarios.sweep;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a sweep is run; its table never depends on it.
 *
 * @param out folder of the sweep
 * @param parallel trials under way at once
 * @param resume whether to go on with what is in the folder
 * @param retryFailed whether to try again what failed before
 * @param shard the part of the trials to run
 * @param budget wall time after which no trial is begun; null for no end
 * @param commandLine what the manifests say
 */
public record SweepOptions(
        Path out,
        int parallel,
        boolean resume,
        boolean retryFailed,
        Shard shard,
        @Nullable Duration budget,
        List<String> commandLine) {
    public SweepOptions {
        commandLine = List.copyOf(commandLine);
        if (parallel < 1) {
            throw new IllegalArgumentException("parallel = " + parallel + ", but must be ≥ 1.");
        }
    }

    /** A whole sweep into {@code out}, a new folder or one to go on with, on all processors. */
    public static SweepOptions into(Path out) {
        return new SweepOptions(
                out,
                Runtime.getRuntime().availableProcessors(),
                true,
                false,
                Shard.WHOLE,
                null,
                List.of());
    }

    /** The same with another number of trials at once. */
    public SweepOptions parallel(int trials) {
        return new SweepOptions(out, trials, resume, retryFailed, shard, budget, commandLine);
    }
}
