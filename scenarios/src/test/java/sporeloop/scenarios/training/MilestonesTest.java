package sporeloop.scenarios.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sporeloop.bridge.Reading;

class MilestonesTest {
    private static Reading at(long k) {
        return new Reading(k, 0, 0, new double[0], new double[0]);
    }

    private static Milestones run(long duration) {
        Milestones milestones = new Milestones(at(0), duration, 10, 100);
        for (long k = milestones.next(0); ; k = milestones.next(k)) {
            milestones.keep(at(k), milestones.deservesRow(at(k), milestones.done(k)));
            if (milestones.done(k)) {
                return milestones;
            }
        }
    }

    @Test
    void theFinalWindowIsTheLastHundredIntervalsAlsoOffTheReportGrid() {
        for (long duration : new long[] {100, 101, 105, 110, 123, 1007}) {
            assertEquals(duration - 100, run(duration).finalWindow().intervals(), "of " + duration);
        }
    }

    @Test
    void aShortRunIsItsOwnFinalWindow() {
        assertEquals(0, run(42).finalWindow().intervals());
    }

    @Test
    void aPauseForTheFinalWindowAloneGetsNoRow() {
        Milestones milestones = new Milestones(at(0), 123, 10, 100);
        assertEquals(10, milestones.next(0));
        assertEquals(20, milestones.next(10));
        assertEquals(23, milestones.next(20));
        milestones.keep(at(20), true);
        assertFalse(milestones.deservesRow(at(23), false));
        assertTrue(milestones.deservesRow(at(23), true), "the run was stopped there");
        assertEquals(30, milestones.next(23));
        assertEquals(123, milestones.next(120));
    }
}
