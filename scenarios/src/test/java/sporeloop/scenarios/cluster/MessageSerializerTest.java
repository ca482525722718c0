package sporeloop.scenarios.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import akka.actor.ExtendedActorSystem;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.javadsl.Adapter;
import java.io.NotSerializableException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sporeloop.scenarios.sweep.Trial;

class MessageSerializerTest {
    private final ActorTestKit kit = ActorTestKit.create();
    private final MessageSerializer serializer =
            new MessageSerializer((ExtendedActorSystem) Adapter.toClassic(kit.system()));

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    private Object travelled(Object message) throws NotSerializableException {
        return serializer.fromBinary(serializer.toBinary(message), serializer.manifest(message));
    }

    private static Job job() {
        Map<String, String> point = new LinkedHashMap<>();
        point.put("plasticity.temperature", "0.1");
        point.put("größe", "ä, \"ö\"");
        Trial trial = new Trial("id", "reaching", "text\nμ", point, -3, 1.5, "m", null);
        return new Job(trial, "sweep", 2);
    }

    @Test
    void everyMessageArrivesAsItWasSent() throws NotSerializableException {
        TestProbe<Message> probe = kit.createTestProbe(Message.class);
        for (Message message :
                List.of(
                        job(),
                        new Attach("fingerprint", probe.getRef()),
                        new Attach.Attached(probe.getRef().unsafeUpcast().narrow()),
                        new Attach.Refused("why"),
                        new Attach.Dismissed(),
                        new Outcome("id", null, Map.of(), "the ball burst"))) {
            assertEquals(message, travelled(message));
        }
        Outcome outcome =
                (Outcome)
                        travelled(
                                new Outcome("id", "{}", Map.of("a/b", "ß".getBytes(UTF_8)), null));
        assertEquals("{}", outcome.record());
        assertArrayEquals("ß".getBytes(UTF_8), outcome.files().get("a/b"));
    }

    @Test
    void aDamagedMessageIsRefusedAndTakesNoMemory() {
        byte[] whole = serializer.toBinary(job());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(NotSerializableException.class, () -> serializer.fromBinary(cut, "J"));
        }
        byte[] long2 = {0x7f, -1, -1, -1};
        assertThrows(NotSerializableException.class, () -> serializer.fromBinary(long2, "R"));
        assertThrows(NotSerializableException.class, () -> serializer.fromBinary(whole, "?"));
    }
}
