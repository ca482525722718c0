package sporeloop.environments.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class SegmentTest {
    @Property
    void aPlaceBesideTheLaneIsFoundWhereItWasPut(
            @ForAll @DoubleRange(min = -3, max = 3) double heading,
            @ForAll @DoubleRange(min = -1, max = 1) double curvature,
            @ForAll @DoubleRange(min = 0, max = 2) double along,
            @ForAll @DoubleRange(min = -0.5, max = 0.5) double aside) {
        double kappa = Math.abs(curvature) < 0.05 ? 0 : curvature;
        Segment segment = new Segment(0, 1.5, -2, heading, 2, kappa);
        double direction = segment.heading(along);
        double x = segment.x(along) - aside * Math.sin(direction);
        double y = segment.y(along) + aside * Math.cos(direction);
        assertEquals(along, segment.along(x, y), 1e-9);
        assertEquals(aside, segment.distance(x, y), 1e-9);
    }

    @Property
    void theLineIsAsLongAsItSaysAndTurnsAsItsCurvatureSays(
            @ForAll @DoubleRange(min = -3, max = 3) double heading,
            @ForAll @DoubleRange(min = 0.2, max = 2) double curvature) {
        Segment segment = new Segment(0, 0, 0, heading, 1, curvature);
        double length = 0;
        for (int i = 0; i < 1000; i++) {
            length +=
                    Math.hypot(
                            segment.x((i + 1) / 1000.0) - segment.x(i / 1000.0),
                            segment.y((i + 1) / 1000.0) - segment.y(i / 1000.0));
        }
        assertEquals(1, length, 1e-5);
        assertEquals(heading + curvature, segment.heading(1), 1e-12);
    }
}
