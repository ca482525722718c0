package sporeloop.spore.plasticity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RewardStageTest {
    private static final double STEP = 10; // ms

    private static Schedule.RewardDriven schedule(double tau) {
        return new Schedule.RewardDriven(0.2, 0.6, 0.1, tau);
    }

    private static RewardStage stage(Schedule learningRate, Schedule temperature) {
        return new RewardStage(
                new PlasticityBuilder()
                        .reward(new RewardConditioning.BaselineSubtracted(2000, 0.1))
                        .learningRateSchedule(learningRate)
                        .temperatureSchedule(temperature)
                        .build(),
                STEP);
    }

    @Test
    void eachScheduleSeesTheRewardsMeanOverItsOwnTime() {
        RewardStage stage = stage(schedule(60_000), schedule(600_000));
        for (int n = 1; n <= 3000; n++) {
            stage.condition(0.5);
            double t = n * STEP;
            assertEquals(0.5 * -Math.expm1(-t / 60_000), stage.learningRateMean(), 1e-12);
            assertEquals(0.5 * -Math.expm1(-t / 600_000), stage.temperatureMean(), 1e-12);
        }
    }

    @Test
    void aScheduleOfFiveMinutesIsNotSwayedByWhatSwaysTheConditioning() {
        RewardStage stage = stage(schedule(300_000), new Schedule.Constant());
        double least = 1;
        double most = 0;
        for (int n = 0; n < 240_000; n++) { // 40 min: 5 s of good reward, 5 s of none
            stage.condition(n / 500 % 2 == 0 ? 0.8 : 0);
            if (n > 200_000) {
                double factor = schedule(300_000).factor(0, stage.learningRateMean());
                least = Math.min(least, factor);
                most = Math.max(most, factor);
            }
        }
        // A mean of 0.4 is half of the way from 0.2 to 0.6: 1 − 0.9/2. Ripple of the mean: half of
        // 0.4·5 s/300 s either way; of the factor: 0.9/0.4 times that.
        assertEquals(0.55, (least + most) / 2, 0.01);
        assertEquals(0, most - least, 0.9 / 0.4 * 0.4 * 5 / 300 * 1.1);
    }

    @Test
    void theFactorFallsInAStraightLineBetweenFromAndGoal() {
        assertEquals(1, schedule(1000).factor(0, 0.1));
        assertEquals(0.55, schedule(1000).factor(0, 0.4), 1e-12);
        assertEquals(0.1, schedule(1000).factor(0, 0.7), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> schedule(0));
    }
}
