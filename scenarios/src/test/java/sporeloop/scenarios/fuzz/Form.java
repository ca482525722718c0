package sporeloop.scenarios.fuzz;

import java.util.List;

/** How an input is changed: as it stands, or where its checksums don't reach, sealed again after. */
@FunctionalInterface
interface Form {
    /** Bytes as they stand. */
    Form PLAIN = (input, other, words, mutator) -> mutator.changed(input, other, words);

    /** A changed copy of {@code input}; {@code other} is one of the same kind. */
    byte[] changed(byte[] input, byte[] other, List<String> words, Mutator mutator);
}
