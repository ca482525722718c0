package sporeloop.scenarios.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sporeloop.scenarios.file.BadInput;

/**
 * A parser of untrusted input, and real inputs to begin with.
 *
 * @param name for the log
 * @param share of ten million inputs that it gets
 * @param ending of the input's file name
 * @param seeds real inputs; those that led to a new answer are added to them
 * @param words of the format
 */
record Subject(
        String name,
        int share,
        String ending,
        List<byte[]> seeds,
        List<String> words,
        Form form,
        Parser parser) {
    private static final int MOST_SEEDS = 600;

    /**
     * Reads a file, or refuses it with {@link BadInput} or {@link
     * sporeloop.results.RefusedException}.
     */
    interface Parser {
        void parse(Path file) throws IOException;
    }

    Subject {
        seeds = new ArrayList<>(seeds);
    }

    /** A real input or one that was answered as none before, changed. */
    byte[] input(int real, Mutator mutator) {
        byte[] seed = seeds.get(mutator.below(mutator.once(2) ? real : seeds.size()));
        byte[] other = seeds.get(mutator.below(seeds.size()));
        return form.changed(seed, other, words, mutator);
    }

    /** Takes in an input that was answered as none before. */
    void learn(byte[] input) {
        if (form == Form.PLAIN && seeds.size() < MOST_SEEDS && input.length < 1 << 16) {
            seeds.add(input);
        }
    }
}
