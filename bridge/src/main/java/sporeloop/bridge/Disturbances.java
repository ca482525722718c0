package sporeloop.bridge;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import sporeloop.environments.Disturbance;
import sporeloop.environments.Environment;

/** What is done to the body itself, by the interval before which it is done. Has no state. */
final class Disturbances {
    private static final Disturbance[] NONE = {};

    private final SortedMap<Long, Disturbance[]> byInterval = new TreeMap<>();
    private long last = -1;

    /** None. */
    Disturbances() {}

    /**
     * Those among the interventions that concern the body.
     *
     * @throws IllegalArgumentException in one sentence, if the task can't take one of them
     */
    Disturbances(
            Collection<? extends Intervention> interventions, Grid grid, Environment environment) {
        for (Intervention what : interventions) {
            if (what instanceof Intervention.Push push) {
                add(grid, push.at(), new Disturbance.Push(push.x(), push.y()), environment);
            } else if (what instanceof Intervention.MoveGoal goal) {
                add(grid, goal.at(), new Disturbance.MovedGoal(goal.x(), goal.y()), environment);
                if (goal.lasts() != 0) {
                    grid.intervals("lasts", goal.lasts() * 1000);
                    add(grid, goal.ends(), new Disturbance.ReturnedGoal(), environment);
                }
            }
        }
    }

    private void add(Grid grid, double at, Disturbance what, Environment environment) {
        String refusal = environment.refusal(what);
        if (refusal != null) {
            throw new IllegalArgumentException(refusal);
        }
        long k = at == 0 ? 0 : grid.intervals("at", at * 1000);
        byInterval.merge(k, new Disturbance[] {what}, Disturbances::ordered);
        last = Math.max(last, k);
    }

    /** A goal that returns does so before another is moved at the same time. */
    private static Disturbance[] ordered(Disturbance[] some, Disturbance[] more) {
        Disturbance[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        Arrays.sort(all, Comparator.comparing(d -> !(d instanceof Disturbance.ReturnedGoal)));
        return all;
    }

    /** Does what is to be done before interval {@code k}. */
    void before(long k, Environment environment) {
        if (k <= last) {
            for (Disturbance disturbance : byInterval.getOrDefault(k, NONE)) {
                environment.disturb(disturbance);
            }
        }
    }
}
