package sporeloop.environments.physics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlaneTest {
    private static final double SIDE = 0.3;

    /** Where a ball gets that is driven about in a narrow pen, in bits. */
    private static long walk(Plane plane, long seed, int steps) {
        plane.walls(SIDE);
        Body ball = plane.disc(Motion.restAt(0, 0, 0), 0.05, 1);
        SplittableRandom random = new SplittableRandom(seed);
        long bits = 0;
        for (int n = 0; n < steps; n++) {
            Vec2 impulse =
                    new Vec2((float) random.nextDouble(-9, 9), (float) random.nextDouble(-9, 9));
            ball.applyLinearImpulse(impulse, ball.getPosition());
            plane.step();
            bits = 31 * bits + Float.floatToIntBits(ball.getPosition().x);
            bits = 31 * bits + Float.floatToIntBits(ball.getPosition().y);
        }
        return bits;
    }

    /**
     * In a machine that only interprets: compiled code keeps what is shared in registers, and the walks
     * hardly ever differ. Without the lock some of eight differed in three of four runs.
     */
    @Test
    @Tag("long")
    void planesOnSeveralThreadsDoNotDisturbEachOther() throws Exception {
        Process walks =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xint",
                                "-cp",
                                System.getProperty("java.class.path"),
                                PlaneTest.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(walks.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, walks.waitFor(), said);
        List<String> lines = said.lines().toList();
        assertEquals(lines.get(0), lines.get(1));
    }

    /** Says where eight walks end, one after another and beside each other. */
    public static void main(String[] arguments) {
        System.out.println(LongStream.range(0, 8).mapToObj(PlaneTest::longWalk).toList());
        System.out.println(
                LongStream.range(0, 8).parallel().mapToObj(PlaneTest::longWalk).toList());
    }

    private static long longWalk(long seed) {
        return walk(new Plane(0.01), seed, 40_000);
    }

    @Test
    void aPlaneThatWasClearedMovesAsANewOne() {
        Plane cleared = new Plane(0.01);
        List<Long> again =
                IntStream.range(0, 50)
                        .mapToObj(
                                seed -> {
                                    cleared.clear();
                                    return walk(cleared, seed, 1 + 37 * seed);
                                })
                        .toList();
        List<Long> anew =
                IntStream.range(0, 50)
                        .mapToObj(seed -> walk(new Plane(0.01), seed, 1 + 37 * seed))
                        .toList();
        assertEquals(anew, again);
    }
}
