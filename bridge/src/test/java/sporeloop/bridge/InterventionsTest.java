package sporeloop.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import sporeloop.environments.Sensation;
import sporeloop.spore.Spikes;

class InterventionsTest {
    private static final Grid GRID = Grid.of(1, 20, 100, OptionalDouble.empty());
    private static final int NEURONS = 50;

    private static Interventions of(Intervention... interventions) {
        Interventions all = new Interventions(GRID, Sled.SPEC, 1);
        List.of(interventions).forEach(all::add);
        return all;
    }

    /** One spike of each neuron in step 10. */
    private static Spikes volley() {
        Spikes spikes = new Spikes(64);
        for (int j = 0; j < NEURONS; j++) {
            spikes.add(10, j);
        }
        return spikes;
    }

    private static int spikes(Interventions interventions, long from, long to) {
        int count = 0;
        for (long k = from; k < to; k++) {
            Spikes spikes = volley();
            interventions.sensory(k, spikes, NEURONS);
            count += spikes.size();
        }
        return count;
    }

    @Test
    void anInterventionBeginsAndEndsAtItsBoundaries() {
        Interventions blackout = of(new Intervention(0.1, 0.06, new Change.Blackout()));
        for (long k = 0; k < 12; k++) {
            boolean dark = k >= 5 && k < 8;
            assertEquals(dark ? 0 : NEURONS, spikes(blackout, k, k + 1), "interval " + k);
        }
        assertEquals(
                0,
                spikes(of(new Intervention(0, 0, new Change.Blackout())), 0, 1000),
                "to the end");
    }

    /** Within 5 standard deviations of 100,000 trials. */
    @Test
    void spikesAreLostWithTheGivenProbability() {
        int left = spikes(of(new Intervention(0, 0, new Change.SpikeLoss(0.3))), 0, 2000);
        assertEquals(70_000, left, 5 * Math.sqrt(21_000));
    }

    @Test
    void noiseAddsSpikesAtTheGivenRateInOwnStepsAndNeurons() {
        int sum = spikes(of(new Intervention(0, 0, new Change.NoiseSpikes(10))), 0, 2000);
        // 2,000 intervals of 20 steps of 50 neurons, each with probability 1 − exp(−0.01).
        double expected = 2e6 * -Math.expm1(-0.01);
        assertEquals(expected, sum - 100_000, 5 * Math.sqrt(expected));
        Spikes spikes = new Spikes(8);
        of(new Intervention(0, 0, new Change.NoiseSpikes(900))).sensory(0, spikes, NEURONS);
        for (int i = 0; i < spikes.size(); i++) {
            assertTrue(spikes.step(i) < 20 && spikes.neuron(i) < NEURONS, "spike " + i);
        }
    }

    @Test
    void jitterShiftsSpikesByAtMostItsSpreadAndKeepsThemAll() {
        Spikes spikes = volley();
        of(new Intervention(0, 0, new Change.Jitter(3))).sensory(0, spikes, NEURONS);
        assertEquals(NEURONS, spikes.size());
        boolean moved = false;
        for (int i = 0; i < NEURONS; i++) {
            assertEquals(10, spikes.step(i), 3, "spike " + i);
            moved |= spikes.step(i) != 10;
        }
        assertTrue(moved);
    }

    @Test
    void aLesionSilencesTheSameNeuronsForGood() {
        Interventions lesion =
                of(new Intervention(0, 0, new Change.Lesion(0.4, Change.Layer.MOTOR)));
        List<List<Integer>> survivors = new ArrayList<>();
        for (long k = 0; k < 3; k++) {
            Spikes spikes = volley();
            lesion.motor(k, spikes);
            List<Integer> left = new ArrayList<>();
            for (int i = 0; i < spikes.size(); i++) {
                left.add(spikes.neuron(i));
            }
            survivors.add(left);
        }
        assertEquals(survivors.get(0), survivors.get(1));
        assertEquals(survivors.get(0), survivors.get(2));
        assertEquals(30, survivors.get(0).size(), 5 * Math.sqrt(12));
    }

    @Test
    void aFrozenSensorKeepsItsFirstObservationAndSeesNoEvents() {
        Interventions frozen = of(new Intervention(0.04, 0.1, new Change.FrozenSensor()));
        Sensation sensed = new Sensation(Sled.SPEC);
        for (int k = 0; k < 10; k++) {
            sensed.observation[0] = k;
            sensed.events.add(0, 0, true);
            frozen.sensed(k, sensed);
            boolean cold = k >= 2 && k < 7;
            assertEquals(cold ? 2 : k, sensed.observation[0], "interval " + k);
            assertEquals(cold, sensed.events.size() == 0, "events in interval " + k);
        }
    }

    @Test
    void aRotatedMotorMapTurnsTheCommand() {
        double[] command = {1, 0};
        of(new Intervention(0, 0, new Change.RotateMotorMap(Math.PI / 2))).command(0, command);
        assertArrayEquals(new double[] {0, 1}, command, 1e-15);
    }

    @Test
    void aLostCommandLeavesTheOneBeforeIt() {
        Interventions loss = of(new Intervention(0.02, 0, new Change.CommandLoss(1)));
        for (int k = 0; k < 5; k++) {
            double[] command = {k + 7, -k};
            loss.command(k, command);
            assertArrayEquals(new double[] {7, 0}, command, "command of interval " + k);
        }
    }

    /** Commands are numbered; with two intervals more the one of k − 2 leaves interval k. */
    @Test
    void aDelayHoldsTheCommandBeforeItAndItsEndOvertakesThoseOnTheirWay() {
        Intervention delay = new Intervention(0.06, 0.08, new Change.CommandDelay(2));
        double[] expected = {10, 11, 12, 12, 12, 13, 14, 17, 18, 19};
        Interventions straight = of(delay);
        for (int k = 0; k < 10; k++) {
            double[] command = {10 + k, -k};
            straight.command(k, command);
            assertArrayEquals(
                    new double[] {expected[k], 10 - expected[k]}, command, "command of " + k);
        }
    }

    @Test
    void aResumedDelayGoesOnWithTheCommandsOnTheirWay() throws Exception {
        Intervention delay = new Intervention(0, 0, new Change.CommandDelay(3));
        Interventions straight = of(delay);
        for (int k = 0; k < 8; k++) {
            straight.command(k, new double[] {k, k * k});
        }
        byte[] state = StateBytes.of(straight::save);
        Interventions resumed = of(delay);
        resumed.restore(new DataInputStream(new ByteArrayInputStream(state)));
        for (int k = 8; k < 20; k++) {
            double[] command = {k, k * k};
            resumed.command(k, command);
            assertArrayEquals(new double[] {k - 3, (k - 3) * (k - 3)}, command, "of " + k);
        }
    }

    /** Mean within 5 standard errors, variance within 5 of its own. */
    @Test
    void motorNoiseIsNormalWithTheGivenDeviation() {
        Interventions noise = of(new Intervention(0, 0, new Change.MotorNoise(2)));
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < 50_000; k++) {
            double[] command = new double[2];
            noise.command(k, command);
            sum += command[0] + command[1];
            squares += command[0] * command[0] + command[1] * command[1];
        }
        assertEquals(0, sum / 1e5, 5 * 2 / Math.sqrt(1e5));
        assertEquals(4, squares / 1e5, 5 * 4 * Math.sqrt(2 / 1e5));
    }

    @Test
    void savedInterventionsGoOnWhereTheyStood() throws Exception {
        Intervention[] all = {
            new Intervention(0, 0, new Change.SpikeLoss(0.5)),
            new Intervention(0, 0, new Change.NoiseSpikes(30)),
            new Intervention(0, 0, new Change.Jitter(5))
        };
        Interventions straight = of(all);
        spikes(straight, 0, 10);
        byte[] state = StateBytes.of(straight::save);
        Interventions resumed = of(all);
        resumed.restore(new DataInputStream(new ByteArrayInputStream(state)));
        for (long k = 10; k < 30; k++) {
            Spikes one = volley();
            Spikes other = volley();
            straight.sensory(k, one, NEURONS);
            resumed.sensory(k, other, NEURONS);
            assertArrayEquals(StateBytes.of(one::save), StateBytes.of(other::save), "in " + k);
        }
    }
}
