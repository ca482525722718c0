package sporeloop.environments.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import sporeloop.environments.Scene;
import sporeloop.environments.physics.Motion;

class CarTest {
    private static final double STEP = 0.01;

    @Test
    void atSteadySteeringTheCarDrivesTheCircleOfItsWheelbase() {
        Car car = Car.of(STEP, 0.9, Motion.moving(0, 0, 0, 0.5, 0), 0);
        double steering = 0.3;
        drive(car, 300, steering, 0.5);
        double before = car.angle();
        drive(car, 100, steering, 0.5);
        double expected = car.speed() * Math.tan(steering) / Car.WHEELBASE;
        assertEquals(expected, car.angle() - before, 0.01 * expected);
        assertEquals(0.5, car.speed(), 0.02);
    }

    @Test
    void aCarTooFastForItsTyresSlidesWideOfThatCircle() {
        Car car = Car.of(STEP, 0.3, Motion.moving(0, 0, 0, 4, 0), 0);
        drive(car, 200, 0.5, 4);
        double before = car.angle();
        drive(car, 100, 0.5, 4);
        double most = 0.3 * 9.81 / car.speed(); // friction bounds the lateral acceleration
        assertTrue(car.angle() - before < 1.5 * most, "turns by " + (car.angle() - before));
        assertTrue(car.angle() - before < 0.5 * 4 * Math.tan(0.5) / Car.WHEELBASE);
    }

    @Test
    void thrownAsideItIsBrakedByTheGripOfItsTyresAndThenStandsStill() {
        double friction = 0.5;
        Car car = Car.of(STEP, friction, new Motion(0, 0, 0, 0, 20, 0), 0); // 2 m/s to the left
        for (int k = 1; k <= 30; k++) {
            double before = car.y();
            car.step(0, 0);
            double speed = 2 - friction * 9.81 * STEP * k;
            assertEquals(speed, (car.y() - before) / STEP, 0.01, "in step " + k);
        }
        drive(car, 30, 0, 0);
        double rest = car.y();
        drive(car, 100, 0, 0);
        assertEquals(rest, car.y(), 1e-5);
        assertEquals(2 * 2 / (2 * friction * 9.81), rest, 0.02);
        assertEquals(0, car.angle(), 1e-4);
    }

    @Test
    void fullPowerLeavesTheRearTyresNoGripForTheSide() {
        double friction = 0.1;
        Car coasting = Car.of(STEP, friction, Motion.moving(0, 0, 0, 1.2, 0), 0);
        Car pulling = Car.of(STEP, friction, Motion.moving(0, 0, 0, 1.2, 0), 0);
        drive(coasting, 60, 0.2, 1.2);
        drive(pulling, 60, 0.2, 100);
        double slideOfCoasting = slip(coasting);
        double slideOfPulling = slip(pulling);
        assertTrue(
                Math.abs(slideOfPulling) > 3 * Math.abs(slideOfCoasting),
                slideOfPulling + " against " + slideOfCoasting);
    }

    @Test
    void underHardDrivingTheWheelsStayOnTheirKingpinsAndTheRearOnesStraight() {
        Car car = Car.of(STEP, 0.9, Motion.moving(1, 2, 0.7, 0.5, 0), 0);
        double worst = 0;
        double turned = 0;
        for (int k = 0; k < 2_000; k++) {
            car.step(k % 40 < 20 ? 0.5 : -0.5, k % 300 < 150 ? 3 : 0);
            Scene scene = new Scene();
            car.draw(scene);
            for (int wheel = 0; wheel < 4; wheel++) {
                double cos = Math.cos(car.angle());
                double sin = Math.sin(car.angle());
                double ahead = wheel < 2 ? Car.AXLE : -Car.AXLE;
                double left = wheel % 2 == 0 ? 0.08 : -0.08;
                double dx = middle(scene, wheel, true) - (car.x() + ahead * cos - left * sin);
                double dy = middle(scene, wheel, false) - (car.y() + ahead * sin + left * cos);
                worst = Math.max(worst, Math.hypot(dx, dy));
                if (wheel >= 2) {
                    double x = scene.x(1 + wheel, 0) - scene.x(1 + wheel, 1);
                    double y = scene.y(1 + wheel, 0) - scene.y(1 + wheel, 1);
                    turned = Math.max(turned, Math.abs(x * sin - y * cos) / Wheel.LENGTH);
                }
            }
        }
        assertTrue(worst < 1e-3, "a wheel is " + worst + " m off its kingpin");
        assertTrue(turned < 0.02, "a rear wheel is turned by " + turned);
    }

    /** How far, in a step, the rear axle moves across the car [m]. */
    private static double slip(Car car) {
        double x = car.rearX();
        double y = car.rearY();
        double angle = car.angle();
        car.step(0.2, 1.2);
        return (car.rearY() - y) * Math.cos(angle) - (car.rearX() - x) * Math.sin(angle);
    }

    private static double middle(Scene scene, int wheel, boolean ofX) {
        int shape = 1 + wheel; // after the chassis
        return ofX
                ? (scene.x(shape, 0) + scene.x(shape, 2)) / 2
                : (scene.y(shape, 0) + scene.y(shape, 2)) / 2;
    }

    private static void drive(Car car, int steps, double steering, double speed) {
        for (int k = 0; k < steps; k++) {
            car.step(steering, speed);
        }
    }
}
