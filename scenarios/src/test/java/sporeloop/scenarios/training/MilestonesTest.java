package sporeloop.scenarios.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sporeloop.bridge.Reading;
import sporeloop.bridge.StateBytes;

class MilestonesTest {
    private static Reading at(long k) {
        return new Reading(k, 0, 0, new double[0], new double[0]);
    }

    private static Milestones run(long duration) {
        Milestones milestones =
                new Milestones(at(0), new Milestones.Course(duration, 10, 100, 60, 30));
        for (long k = milestones.next(0); ; k = milestones.next(k)) {
            milestones.keep(at(k));
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
        Milestones milestones = new Milestones(at(0), new Milestones.Course(123, 10, 100, 60, 30));
        assertEquals(10, milestones.next(0));
        assertEquals(20, milestones.next(10));
        assertEquals(23, milestones.next(20));
        milestones.keep(at(20));
        milestones.wroteRow();
        assertFalse(milestones.onReportGrid(23));
        assertTrue(milestones.sinceLastRow(23), "a run that is stopped there has a row to write");
        assertEquals(30, milestones.next(23));
        assertEquals(123, milestones.next(120));
    }

    @Test
    void checkpointsFallOnTheirCadenceAndOnTheLastRebuildingBeforeTheEnd() {
        Milestones milestones = new Milestones(at(0), new Milestones.Course(107, 50, 10, 60, 30));
        List<Long> due = new ArrayList<>();
        for (long k = 0; !milestones.done(k); k = milestones.next(k)) {
            if (k > 0 && milestones.checkpointDue(k)) {
                due.add(k);
            }
        }
        assertEquals(List.of(60L, 90L), due);
    }

    @Test
    void restoredMilestonesKnowTheSameReadings() throws Exception {
        Milestones milestones = run(123);
        byte[] state = StateBytes.of(milestones::save);
        Milestones restored =
                Milestones.restored(
                        new DataInputStream(new ByteArrayInputStream(state)),
                        new Milestones.Course(223, 10, 100, 60, 30));
        assertEquals(milestones.finalWindow().intervals(), restored.finalWindow().intervals());
        assertEquals(123, restored.last().intervals());
        assertArrayEquals(state, StateBytes.of(restored::save));
    }
}
