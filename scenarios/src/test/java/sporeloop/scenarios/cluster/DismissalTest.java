package sporeloop.scenarios.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.receptionist.Receptionist;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sweep that is over says so itself: the cluster may say it late. */
class DismissalTest {
    private final ActorTestKit kit = ActorTestKit.create();

    @AfterEach
    void endAll() {
        kit.shutdownTestKit();
    }

    @Test
    void aSweeperThatIsClosedDismissesEachWorkerThatIsAttached() throws Exception {
        LinkedBlockingQueue<Integer> counts = new LinkedBlockingQueue<>();
        ActorRef<Sweeper.Command> sweeper = kit.spawn(Sweeper.create("same", counts::add));
        TestProbe<Message> worker = kit.createTestProbe(Message.class);
        TestProbe<Message> stranger = kit.createTestProbe(Message.class);
        ActorRef<Attach> door = door();
        door.tell(new Attach("same", worker.getRef()));
        door.tell(new Attach("other", stranger.getRef()));
        worker.expectMessageClass(Attach.Attached.class);
        stranger.expectMessageClass(Attach.Refused.class);
        assertEquals(1, counts.poll(10, TimeUnit.SECONDS));
        sweeper.tell(new Sweeper.Close());
        worker.expectMessageClass(Attach.Dismissed.class);
        worker.expectTerminated(sweeper);
        assertTrue(counts.isEmpty(), "a stranger is no worker");
    }

    private ActorRef<Attach> door() {
        TestProbe<Receptionist.Listing> seen = kit.createTestProbe(Receptionist.Listing.class);
        kit.system().receptionist().tell(Receptionist.subscribe(Attach.KEY, seen.getRef()));
        while (true) {
            for (ActorRef<Attach> each : seen.receiveMessage().getServiceInstances(Attach.KEY)) {
                return each;
            }
        }
    }

    @Test
    void aWorkerThatIsDismissedLeaves() throws Exception {
        TestProbe<Attach> sweeper = kit.createTestProbe(Attach.class);
        kit.system().receptionist().tell(Receptionist.register(Attach.KEY, sweeper.getRef()));
        CompletableFuture<Boolean> left = new CompletableFuture<>();
        Worker.Work work =
                new Worker.Work() {
                    @Override
                    public Optional<Outcome> run(Job job) {
                        return Optional.empty();
                    }

                    @Override
                    public void refused(String why) {
                        left.complete(false);
                    }

                    @Override
                    public void dismissed() {
                        left.complete(true);
                    }
                };
        ActorRef<Worker.Command> worker = kit.spawn(Worker.create("same", work, Runnable::run));
        sweeper.receiveMessage().replyTo().tell(new Attach.Dismissed());
        assertTrue(left.get(10, TimeUnit.SECONDS));
        sweeper.expectTerminated(worker);
    }
}
