package sporeloop.bridge.decoders;

/**
 * Saturation and dead band of a decoded value.
 *
 * @param saturation greatest magnitude; 0: none
 * @param deadBand magnitude below which the value counts as 0
 */
record Limits(double saturation, double deadBand) {
    /** The factor that brings a value of this magnitude within the limits. */
    double scale(double magnitude) {
        if (magnitude < deadBand) {
            return 0;
        }
        return saturation > 0 && magnitude > saturation ? saturation / magnitude : 1;
    }
}
