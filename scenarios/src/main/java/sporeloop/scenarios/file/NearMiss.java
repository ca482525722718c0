package sporeloop.scenarios.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a user may have meant. */
public final class NearMiss {
    private static final int LONGEST = 64;

    private NearMiss() {}

    /** {@code Did you mean a or b?}; else, if there are few, {@code Known: a, b, c.}; else empty. */
    public static String hint(String given, Collection<String> known) {
        return hint(given, known, "");
    }

    /** The same with {@code prefix} before each name that is proposed. */
    public static String hint(String given, Collection<String> known, String prefix) {
        List<String> near = of(given, known).stream().map(name -> prefix + name).toList();
        if (!near.isEmpty()) {
            return " Did you mean " + String.join(" or ", near) + "?";
        }
        return known.isEmpty() || known.size() > 40
                ? ""
                : " Known: " + String.join(", ", known.stream().sorted().toList()) + ".";
    }

    /** Up to three of the {@code known} names that differ little from {@code given}, nearest first. */
    public static List<String> of(String given, Collection<String> known) {
        String plain = plain(given);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return List.of();
        }
        int limit = Math.max(1, plain.length() / 3);
        record Candidate(String name, int distance) {}
        return known.stream()
                .map(name -> new Candidate(name, distance(plain, plain(name))))
                .filter(
                        candidate ->
                                candidate.distance <= limit
                                        || (plain.length() >= 3
                                                && plain(candidate.name).startsWith(plain)))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(3)
                .map(Candidate::name)
                .toList();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Edits (insert, delete, replace, swap of neighbours) that turn {@code a} into {@code b}. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] =
                        Math.min(d[i - 1][j - 1] + replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
