package sporeloop.scenarios.reproduce;

import java.io.IOException;
import java.util.List;

/**
 * The claims of Kaiser et al. 2019, "Embodied Synaptic Plasticity with Online Reinforcement Learning":
 * both tasks are learned within simulated hours; learning rate and temperature decide how well; what
 * was learned is kept if they are regulated. And past them: what each part of the rule does, and how a
 * network that has learned makes up for changes.
 */
final class Kaiser2019 implements Study {
    static final String PAPER = "Kaiser et al. 2019, abstract";

    private static final String RULES =
            """

            Borne out means, of a task: the worst seed is better than the best without learning, and together they
            come to half of the oracle. Of learning rate and temperature: the best value of either learns at least a
            tenth more than its worst. Of retention: the intervals do not overlap. Of compensation: every run
            recovers.
            """;

    @Override
    public String name() {
        return "kaiser2019";
    }

    @Override
    public String meaning() {
        return "the claims of Kaiser et al. 2019, ablations, compensation";
    }

    @Override
    public List<String> parts() {
        return List.of(
                "reaching",
                "reaching-dvs",
                "lane-following",
                "lane-ahead",
                "exploration",
                "retention",
                "ablations",
                "compensation");
    }

    @Override
    public void run(Bench bench) throws IOException {
        Claims claims = new Claims();
        StringBuilder chapters = new StringBuilder();
        Tasks.run(bench, chapters, claims);
        if (bench.parts().contains("exploration")) {
            Exploration.run(bench, chapters, claims);
        }
        if (bench.parts().contains("retention")) {
            Retention.run(bench, chapters, claims);
        }
        if (bench.parts().contains("ablations")) {
            Ablations.run(bench, chapters);
        }
        if (bench.parts().contains("compensation")) {
            Compensation.run(bench, chapters, claims);
        }
        bench.table("claims", claims.table());
        bench.page(head(bench) + claims.table().markdown() + RULES + chapters);
    }

    private String head(Bench bench) {
        StringBuilder head = new StringBuilder("# Kaiser et al. 2019, claim by claim\n\n");
        List<String> missing =
                parts().stream().filter(part -> !bench.parts().contains(part)).toList();
        String only =
                missing.isEmpty()
                        ? ""
                        : " --only "
                                + String.join(
                                        ",",
                                        parts().stream().filter(bench.parts()::contains).toList());
        head.append(
                "Made by `./sporeloop reproduce kaiser2019%s%s`. Seeds from 1 on, none left out. Figures are interquartile means over the seeds with 95 %% bootstrap intervals in brackets; thin lines and small dots are single seeds.\n\n"
                        .formatted(bench.quick() ? " --quick" : "", only));
        if (bench.quick()) {
            head.append(
                    "**Quick:** two seeds and minutes in place of ten seeds and hours. An interval over two seeds says next to nothing, and what takes hours to learn, or to forget, is not to be seen here.\n\n");
        }
        if (!missing.isEmpty()) {
            head.append("Not run for this page: %s.%n%n".formatted(String.join(", ", missing)));
        }
        return head.toString();
    }
}
