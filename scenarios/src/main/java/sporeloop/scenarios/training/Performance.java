package sporeloop.scenarios.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import sporeloop.bridge.Change;
import sporeloop.bridge.Exchange;
import sporeloop.bridge.Grid;
import sporeloop.bridge.Intervention;
import sporeloop.bridge.Loop;
import sporeloop.results.file.SectionFile;
import sporeloop.scenarios.file.BadInput;
import sporeloop.scenarios.file.Scenario;

/**
 * Who acts in a scenario, for somebody to see: a plain loop in one thread, without a run directory. The
 * same scenario and seed give the same bits, whether or not anybody looks.
 */
public final class Performance {
    /** Simulated time before a film begins that its panels look back upon [s]. */
    private static final double LEAD = 62;

    private final Scenario scenario;
    private final Wiring wiring;
    private final LoopParts parts;
    private final String agent;

    private Performance(Scenario scenario, Wiring wiring, LoopParts parts, String agent) {
        this.scenario = scenario;
        this.wiring = wiring;
        this.parts = parts;
        this.agent = agent;
    }

    /** The task's own controller. */
    public static Performance oracle(Scenario scenario) {
        return of(scenario, Wiring::oracle, "oracle");
    }

    /** Read-out neurons that fire at random. */
    public static Performance random(Scenario scenario) {
        return of(scenario, Wiring::random, "random");
    }

    /** The scenario's agent as it is at the start of a training. */
    public static Performance untrained(Scenario scenario, boolean learning) {
        return of(scenario, wiring -> wiring.agent(learning), learning ? "learning" : "untrained");
    }

    /**
     * The scenario's agent in the state that a training left.
     *
     * @param file {@code agent.bin} of a run with the same network
     * @throws IOException in one sentence, if the file can't be used
     */
    public static Performance trained(Scenario scenario, Path file, boolean learning)
            throws IOException {
        SectionFile state = SectionFile.read(file, "agent", 1);
        Wiring wiring = new Wiring(scenario);
        try {
            return new Performance(
                    scenario,
                    wiring,
                    wiring.trained(state, learning),
                    learning ? "trained, learning on" : "trained, learning off");
        } catch (IllegalArgumentException misfit) {
            throw new BadInput(String.valueOf(misfit.getMessage()));
        }
    }

    private interface Recipe {
        LoopParts build(Wiring wiring);
    }

    private static Performance of(Scenario scenario, Recipe recipe, String agent) {
        Wiring wiring = new Wiring(scenario);
        try {
            return new Performance(scenario, wiring, recipe.build(wiring), agent);
        } catch (IllegalArgumentException misfit) {
            throw new BadInput(String.valueOf(misfit.getMessage()));
        }
    }

    /**
     * Goes on without being seen up to shortly before {@code from}, then sends everything up to {@code
     * until}. Call once.
     *
     * @param from simulated time at which the film begins [s]
     * @param until simulated time at which it ends [s]
     * @param pipe takes a recording as it comes about; closed at the end
     * @param progress told several times how far it is [s]
     */
    public void film(double from, double until, OutputStream pipe, DoubleConsumer progress)
            throws IOException {
        Grid grid = scenario.grid();
        double interval = grid.interval() / 1000;
        long first = Math.max(0, (long) Math.floor((from - LEAD) / interval));
        long end = (long) Math.ceil(until / interval);
        WritableByteChannel channel = Channels.newChannel(pipe);
        Loop start = parts.loop();
        start.start();
        SeenTracks tracks = SeenTracks.of(wiring, parts, agent, parts.reading());
        try (FilmFeed feed = new FilmFeed(tracks, parts.exchange(), channel, first)) {
            Loop loop = new Loop(parts.body(), parts.brain(), parts.exchange(), feed);
            long portion = Math.max(1, (long) (10 / interval));
            for (long k = 0; k < end; k += portion) {
                loop.advance(Math.min(portion, end - k));
                progress.accept(grid.seconds(Math.min(end, k + portion)));
            }
        } catch (java.io.UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    /**
     * Goes on under the eyes and hands of a window, until it is closed or the simulated time is over.
     *
     * @param until simulated time at the end [s]
     * @param closed whether the window is gone
     */
    public void show(Audience audience, double until, BooleanSupplier closed)
            throws IOException, InterruptedException {
        Loop start = parts.loop();
        start.start();
        SeenTracks tracks = SeenTracks.of(wiring, parts, agent, parts.reading());
        HandPace pace = audience.begin(scenario.grid());
        Queue<Change> asked = new ConcurrentLinkedQueue<>();
        audience.whenTouched(asked::add);
        long end = (long) Math.ceil(until * 1000 / scenario.grid().interval());
        try (Broadcast broadcast = audience.broadcast(tracks, parts.exchange())) {
            Loop loop = new Loop(parts.body(), parts.brain(), parts.exchange(), broadcast);
            for (long k = 0; k < end && !closed.getAsBoolean() && !audience.wantsAnew(); k++) {
                pace.await(k);
                for (Change next = asked.poll(); next != null; next = asked.poll()) {
                    befall(next, audience);
                }
                loop.advance(1);
            }
        } finally {
            audience.end();
        }
    }

    /** From the next interval on. */
    private void befall(Change change, Audience audience) {
        Exchange exchange = parts.exchange();
        Intervention what = new Intervention(scenario.grid().seconds(exchange.interval()), change);
        try {
            scenario.check(what, parts.body().environment());
            exchange.intervene(what);
            audience.begun(what);
        } catch (IllegalArgumentException refused) {
            audience.refused(String.valueOf(refused.getMessage()));
        }
    }
}
