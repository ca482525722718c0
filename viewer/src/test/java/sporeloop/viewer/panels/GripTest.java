package sporeloop.viewer.panels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import sporeloop.environments.Scene;
import sporeloop.results.recording.Stream;
import sporeloop.viewer.story.About;

class GripTest {
    private static About taking(String what) {
        return About.of(List.of(Stream.samples("about", "", List.of("takes=" + what))));
    }

    private static Scene ballAndGoal() {
        Scene scene = new Scene();
        scene.begin(Scene.Kind.CIRCLE, Scene.Role.GOAL, 0.2);
        scene.point(1, 1);
        scene.finish();
        scene.begin(Scene.Kind.CIRCLE, Scene.Role.BODY, 0.1);
        scene.point(0.5, 0);
        scene.finish();
        return scene;
    }

    @Test
    void aBallIsPushedTowardsTheHandTheFasterTheFartherItIs() {
        Grip grip = Objects.requireNonNull(Grip.at(ballAndGoal(), taking("push"), 0.55, 0));
        assertEquals("push 1.0000 -2.0000", grip.line(1, -1));
        assertEquals("push 10.0000 0.0000", grip.line(100, 0), "the fastest push");
    }

    @Test
    void theGoalGoesWhereTheHandLetsGo() {
        Grip grip = Objects.requireNonNull(Grip.at(ballAndGoal(), taking("push goal"), 1.1, 1));
        assertTrue(grip.goal());
        assertEquals("goal 0.2500 -0.5000", grip.line(0.25, -0.5));
    }

    @Test
    void whatTheRunDoesNotTakeCantBeHeld() {
        assertNull(Grip.at(ballAndGoal(), taking("push"), 1, 1), "the goal");
        assertNull(Grip.at(ballAndGoal(), taking("goal"), 0.5, 0), "the ball");
        assertNull(Grip.at(ballAndGoal(), taking("push goal"), -1, -1), "nothing there");
    }

    @Test
    void aCarIsPushedInItsOwnFrame() {
        Scene scene = new Scene();
        scene.begin(Scene.Kind.POLYGON, Scene.Role.BODY, 0);
        for (double[] corner :
                new double[][] {{-0.1, -0.2}, {0.1, -0.2}, {0.1, 0.2}, {-0.1, 0.2}}) {
            scene.point(corner[0], corner[1]);
        }
        scene.finish();
        scene.begin(Scene.Kind.CIRCLE, Scene.Role.WHEEL, 0.02);
        scene.point(0.1, 0.1);
        scene.finish();
        scene.begin(Scene.Kind.POLYLINE, Scene.Role.COMMAND, 0.01);
        scene.point(0, 0);
        scene.point(0.1, -0.5);
        scene.finish();
        // It heads for −y, so +x lies to its left.
        Grip grip = Objects.requireNonNull(Grip.at(scene, taking("push"), 0, 0));
        assertEquals("push 0.0000 2.0000", grip.line(1, 0).replace("-0.0000", "0.0000"));
        assertEquals("push 2.0000 0.0000", grip.line(0, -1).replace("-0.0000", "0.0000"));
    }
}
