package sporeloop.scenarios.reproduce;

import java.util.ArrayList;
import java.util.List;
import sporeloop.results.statistics.Table;

/** What the paper says beside what was measured. */
final class Claims {
    private record Claim(String words, String source, String measured, boolean holds) {}

    private final List<Claim> claims = new ArrayList<>();

    /**
     * Adds one.
     *
     * @param words of the paper, or what they come to
     * @param source paper and place
     * @param measured in a sentence
     * @param holds whether what was measured bears it out
     */
    void add(String words, String source, String measured, boolean holds) {
        claims.add(new Claim(words, source, measured, holds));
    }

    /** A row a claim. */
    Table table() {
        Table table = new Table("claim", "source", "what was measured", "borne out here");
        for (Claim claim : claims) {
            table.add(claim.words, claim.source, claim.measured, claim.holds ? "yes" : "no");
        }
        return table;
    }
}
