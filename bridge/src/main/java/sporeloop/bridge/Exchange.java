package sporeloop.bridge;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import sporeloop.environments.Disturbance;
import sporeloop.environments.Sensation;
import sporeloop.environments.Spec;
import sporeloop.spore.Spikes;

/**
 * What happens at the boundaries between exchange intervals: encode, decode, delay. Body and brain of
 * one interval need nothing of each other.
 * <pre>
 *   sensed in interval k  → encode →  acts on the brain in interval k + L    (L sensory latency ≥ 1)
 *   fired in interval k   → decode →  acts on the body in interval k + M     (M motor latency ≥ 1)
 *   reward of interval k              reaches the brain with what was sensed in k
 *   oracle's word after k             acts on the body in interval k + L + M, as late as an agent's
 * </pre>
 * What the body senses at the very start counts as interval −1. Before anything arrives the brain gets
 * silence and the body the command 0, or the nearest to it that is allowed.
 *
 * <p>One interval in a plain loop:
 * <pre>
 *   body.advance(
 *       exchange.disturbances(), exchange.former(), exchange.command(), exchange.sensed());
 *   exchange.lesions().forEach(brain::lesion);
 *   brain.advance(steps, exchange.sensory(), exchange.reward(), exchange.motor());
 *   exchange.exchange(k);
 * </pre>
 * Not thread-safe; the buffers belong to whoever is at work in the interval, then to the exchange.
 */
public final class Exchange {
    private final Grid grid;
    private final Pilot pilot;
    private final List<Encoder> encoders;
    private final List<Readout> readouts;
    private final Sensation sensed;
    private final Spikes motor = new Spikes(64);
    private final double[] oracle;
    private final SensoryDelay sensoryDelay;
    private final CommandDelay commandDelay;
    private final CommandCourse course;
    private final double[] former;
    private final Interventions interventions;

    private long interval;
    private double rewardSum;
    private long motorSpikes;

    /**
     * An exchange that has yet to {@link #start}.
     *
     * @param encoders one a source population, in the order of the brain's inputs
     * @param readouts in the order in which their commands are added up
     */
    public Exchange(
            Grid grid,
            BridgeParameters parameters,
            Spec environment,
            List<Encoder> encoders,
            List<Readout> readouts,
            Pilot pilot) {
        this(grid, parameters, environment, encoders, readouts, pilot, 0);
    }

    /**
     * An exchange whose interventions draw from {@code seed}.
     *
     * @param seed the run's seed
     */
    public Exchange(
            Grid grid,
            BridgeParameters parameters,
            Spec environment,
            List<Encoder> encoders,
            List<Readout> readouts,
            Pilot pilot,
            long seed) {
        this.grid = grid;
        this.pilot = pilot;
        this.encoders = List.copyOf(encoders);
        this.readouts = List.copyOf(readouts);
        sensed = new Sensation(environment);
        oracle = new double[environment.command().size()];
        sensoryDelay = new SensoryDelay(parameters.sensoryLatency());
        int motorLatency =
                pilot == Pilot.ORACLE
                        ? parameters.sensoryLatency() + parameters.motorLatency()
                        : parameters.motorLatency();
        commandDelay = new CommandDelay(motorLatency, environment.command());
        course = parameters.command();
        former = commandDelay.at(0).clone();
        interventions = new Interventions(grid, environment, seed);
    }

    /**
     * Lets something befall the loop; what is added later acts after what is there. Before {@link
     * #restore} all that had been added when the state was written must be added again, in that order.
     *
     * @throws IllegalArgumentException if it begins before the interval under way, or its times are not
     *     whole numbers of intervals
     */
    public void intervene(Intervention what) {
        if (what.from(grid) < interval) {
            throw new IllegalArgumentException(
                    "A %s at %s s would begin in the past: it is %s s."
                            .formatted(what.change().key(), what.at(), grid.seconds(interval)));
        }
        interventions.add(what);
    }

    /** What befalls the body at the beginning of this interval, in this order. */
    public List<Disturbance> disturbances() {
        return interventions.ofBody(interval);
    }

    /** What befalls the brain at the beginning of this interval, in this order. */
    public List<SynapseLesion> lesions() {
        return interventions.ofBrain(interval);
    }

    /** The grids of time. */
    public Grid grid() {
        return grid;
    }

    /** Who steers. */
    public Pilot pilot() {
        return pilot;
    }

    /** Number of the interval under way, from 0; also the number of intervals done. */
    public long interval() {
        return interval;
    }

    /** Spikes that act on the brain in this interval; read only. */
    public Spikes sensory() {
        return sensoryDelay.spikes(interval);
    }

    /** Reward that acts on the brain in this interval. */
    public double reward() {
        return sensoryDelay.reward(interval);
    }

    /** Command that acts on the body in this interval; read only. */
    public double[] command() {
        return commandDelay.at(interval);
    }

    /** Command from which the one of this interval grows; itself if commands are held. Read only. */
    public double[] former() {
        return course == CommandCourse.HOLD ? command() : former;
    }

    /** Buffer for what the body senses in this interval. */
    public Sensation sensed() {
        return sensed;
    }

    /** Buffer for the oracle's word at the end of this interval; used only if the oracle steers. */
    public double[] oracle() {
        return oracle;
    }

    /** Buffer for the spikes that the brain fires in this interval. */
    public Spikes motor() {
        return motor;
    }

    /** Sum of the rewards of all intervals done. */
    public double rewardSum() {
        return rewardSum;
    }

    /** Number of spikes of the read-out neurons in all intervals done. */
    public long motorSpikes() {
        return motorSpikes;
    }

    /** Takes in what the body sensed at the start, and the oracle's word. Call once, first. */
    public void start() {
        interval = -1;
        leave();
        interval = 0;
    }

    /**
     * Ends interval {@code k}: both sides have filled their buffers.
     *
     * @throws IllegalStateException if {@code k} is not the interval under way: an answer was lost,
     *     doubled, out of order or late
     */
    public void exchange(long k) {
        expect(k);
        rewardSum += sensed.reward;
        motorSpikes += motor.size();
        System.arraycopy(command(), 0, former, 0, former.length);
        leave();
        interval++;
    }

    /** Refuses an answer that does not speak of the interval under way. */
    void expect(long k) {
        if (k != interval) {
            throw new IllegalStateException(
                    "Interval %d was answered while interval %d is under way: an answer was %s."
                            .formatted(k, interval, k < interval ? "late or doubled" : "lost"));
        }
    }

    private void leave() {
        double[] command = commandDelay.at(interval);
        if (pilot == Pilot.ORACLE) {
            System.arraycopy(oracle, 0, command, 0, command.length);
            interventions.command(interval, command);
            return;
        }
        interventions.sensed(interval, sensed);
        Spikes sensory = sensoryDelay.leave(interval, sensed.reward);
        int firstNeuron = 0;
        for (int i = 0; i < encoders.size(); i++) {
            Encoder encoder = encoders.get(i);
            encoder.encode(sensed, grid.exchange(), sensory, firstNeuron);
            firstNeuron += encoder.size();
        }
        interventions.sensory(interval, sensory, firstNeuron);
        if (interval < 0) {
            return; // nothing has been fired yet
        }
        interventions.motor(interval, motor);
        Arrays.fill(command, 0);
        for (int i = 0; i < readouts.size(); i++) {
            Readout readout = readouts.get(i);
            readout.decoder().decode(motor, readout.firstNeuron(), command);
        }
        interventions.command(interval, command);
    }

    /** Writes the state at a boundary. */
    public void save(DataOutput out) throws IOException {
        out.writeLong(interval);
        out.writeDouble(rewardSum);
        out.writeLong(motorSpikes);
        sensoryDelay.save(out);
        commandDelay.save(out);
        for (double value : former) {
            out.writeDouble(value);
        }
        interventions.save(out);
        for (Encoder encoder : encoders) {
            encoder.save(out);
        }
        for (Readout readout : readouts) {
            readout.decoder().save(out);
        }
    }

    /** Takes up the state that {@link #save} wrote. */
    public void restore(DataInput in) throws IOException {
        interval = in.readLong();
        rewardSum = in.readDouble();
        motorSpikes = in.readLong();
        sensoryDelay.restore(in);
        commandDelay.restore(in);
        for (int i = 0; i < former.length; i++) {
            former[i] = in.readDouble();
        }
        interventions.restore(in);
        for (Encoder encoder : encoders) {
            encoder.restore(in);
        }
        for (Readout readout : readouts) {
            readout.decoder().restore(in);
        }
    }
}
