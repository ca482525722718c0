package sporeloop.scenarios.training;

import akka.actor.ActorSelection;
import akka.actor.PoisonPill;
import akka.actor.typed.ActorSystem;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sporeloop.bridge.Bridge;
import sporeloop.bridge.Exchange;
import sporeloop.bridge.Pace;
import sporeloop.scenarios.file.EnvironmentBlock;
import sporeloop.scenarios.file.Scenario;

/** Has one mishap befall a run before a certain interval, from within the bridge's pace. */
final class Mischief implements Pace {
    /** A hang outlasts the watchdog's patience, which is half a second then. */
    private static final long HANG_MS = 1500;

    private final Mishap mishap;
    private final int at;
    private final @Nullable Breaking body;
    private final @Nullable Breakage ofAgent;
    private @Nullable SupervisedRun run;
    private volatile @Nullable Exchange exchange;
    private boolean done;

    Mischief(Mishap mishap, int at, EnvironmentBlock sound) {
        this.mishap = mishap;
        this.at = at;
        Breaking.Way way = mishap.way();
        body = way != null && mishap.ofBody() ? new Breaking(sound, way, at) : null;
        ofAgent = way != null && !mishap.ofBody() ? new Breakage(way) : null;
    }

    /** The scenario in the body that breaks, if one does. */
    Scenario in(Scenario s) {
        return body == null
                ? s
                : new Scenario(
                        s.name(),
                        new EnvironmentBlock(
                                body, s.environment().parameters(), s.environment().shared()),
                        s.encoders(),
                        s.network(),
                        s.plasticity(),
                        s.decoders(),
                        s.bridge(),
                        s.interventions(),
                        s.run(),
                        s.recording());
    }

    /** The parts with the brain that breaks, if one does. */
    LoopParts in(LoopParts parts) {
        exchange = parts.exchange();
        return ofAgent == null
                ? parts
                : new LoopParts(
                        parts.body(),
                        new BreakingBrain(parts.brain(), ofAgent, at),
                        parts.exchange());
    }

    /** The run that it is to befall. */
    void befall(SupervisedRun victim) {
        run = victim;
    }

    @Override
    public boolean mayBegin(long k) {
        if (k == at && !done) {
            done = true;
            happen(Objects.requireNonNull(run));
        }
        return true;
    }

    @Override
    public void whenDue(long k, Runnable wake) {
        wake.run();
    }

    private void happen(SupervisedRun victim) {
        ActorSystem<Training.Command> system = Objects.requireNonNull(victim.system());
        switch (mishap) {
            case STOPPED -> victim.stop();
            case BODY_HANGS -> later(Objects.requireNonNull(body).release::countDown);
            case AGENT_HANGS -> later(Objects.requireNonNull(ofAgent).release::countDown);
            case BODY_ANSWER_LOST -> stop(system, "environment");
            case AGENT_ANSWER_LOST -> stop(system, "agent");
            case BRIDGE_STOPPED -> stop(system, "bridge");
            case RECORDER_STOPPED -> stop(system, "recorder");
            case BODY_ANSWER_DOUBLED -> sensed(system, at);
            case BODY_ANSWER_LATE -> sensed(system, at - 1);
            case BODY_ANSWER_OUT_OF_ORDER -> sensed(system, at + 1);
            case AGENT_ANSWER_DOUBLED -> acted(system, at);
            case AGENT_ANSWER_LATE -> acted(system, at - 1);
            case AGENT_ANSWER_OUT_OF_ORDER -> acted(system, at + 1);
            default -> {} // nothing, or a side breaks by itself
        }
    }

    private static void later(Runnable release) {
        CompletableFuture.delayedExecutor(HANG_MS, TimeUnit.MILLISECONDS).execute(release);
    }

    private void sensed(ActorSystem<Training.Command> system, long k) {
        actor(system, "bridge")
                .tell(new Bridge.Sensed(k, Objects.requireNonNull(exchange).sensed()), null);
    }

    private void acted(ActorSystem<Training.Command> system, long k) {
        actor(system, "bridge")
                .tell(new Bridge.Acted(k, Objects.requireNonNull(exchange).motor()), null);
    }

    private static void stop(ActorSystem<Training.Command> system, String actor) {
        actor(system, actor).tell(PoisonPill.getInstance(), null);
    }

    private static ActorSelection actor(ActorSystem<Training.Command> system, String name) {
        return system.classicSystem().actorSelection("/user/" + name);
    }
}
