package sporeloop.scenarios.cluster;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a worker's trial came to.
 *
 * @param record the trial's record in JSON; null if there is none
 * @param files contents by their path in the trial's folder
 * @param error why there is no record; null if there is one
 */
record Outcome(
        String trial, @Nullable String record, Map<String, byte[]> files, @Nullable String error)
        implements Message {}
