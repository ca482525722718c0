package sporeloop.scenarios.cluster;

import akka.actor.ExtendedActorSystem;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorRefResolver;
import akka.actor.typed.javadsl.Adapter;
import akka.serialization.SerializerWithStringManifest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sporeloop.scenarios.sweep.Trial;

/**
 * Writes {@link Message}s field by field: lengths and bytes, nothing that could name a class. The
 * manifest is the message's letter.
 */
public final class MessageSerializer extends SerializerWithStringManifest {
    private static final int IDENTIFIER = 7301;
    private static final String ATTACH = "A";
    private static final String ATTACHED = "B";
    private static final String REFUSED = "R";
    private static final String DISMISSED = "D";
    private static final String JOB = "J";
    private static final String OUTCOME = "O";

    private final ActorRefResolver actors;

    /** Made by Akka. */
    public MessageSerializer(ExtendedActorSystem system) {
        actors = ActorRefResolver.get(Adapter.toTyped(system));
    }

    @Override
    public int identifier() {
        return IDENTIFIER;
    }

    @Override
    public String manifest(Object object) {
        if (object instanceof Attach) {
            return ATTACH;
        }
        if (object instanceof Attach.Attached) {
            return ATTACHED;
        }
        if (object instanceof Attach.Refused) {
            return REFUSED;
        }
        if (object instanceof Attach.Dismissed) {
            return DISMISSED;
        }
        if (object instanceof Job) {
            return JOB;
        }
        if (object instanceof Outcome) {
            return OUTCOME;
        }
        throw new IllegalArgumentException(object.getClass() + " is no message.");
    }

    @Override
    public byte[] toBinary(Object object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            if (object instanceof Attach attach) {
                text(out, attach.fingerprint());
                text(out, actors.toSerializationFormat(attach.replyTo()));
            } else if (object instanceof Attach.Attached attached) {
                text(out, actors.toSerializationFormat(attached.outcomes()));
            } else if (object instanceof Attach.Refused refused) {
                text(out, refused.why());
            } else if (object instanceof Job job) {
                job(out, job);
            } else if (object instanceof Outcome outcome) {
                outcome(out, outcome);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Override
    public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return switch (manifest) {
                case ATTACH -> new Attach(text(in), actor(in));
                case ATTACHED -> new Attach.Attached(actor(in));
                case REFUSED -> new Attach.Refused(text(in));
                case DISMISSED -> new Attach.Dismissed();
                case JOB -> job(in);
                case OUTCOME -> outcome(in);
                default -> throw new NotSerializableException("message " + manifest);
            };
        } catch (IOException | NegativeArraySizeException damaged) {
            throw new NotSerializableException("message " + manifest + ": " + damaged);
        }
    }

    private <T> ActorRef<T> actor(DataInputStream in) throws IOException {
        return actors.resolveActorRef(text(in));
    }

    private static void job(DataOutputStream out, Job job) throws IOException {
        Trial trial = job.trial();
        text(out, trial.id());
        text(out, trial.scenario());
        text(out, trial.text());
        out.writeInt(trial.point().size());
        for (Map.Entry<String, String> value : trial.point().entrySet()) {
            text(out, value.getKey());
            text(out, value.getValue());
        }
        out.writeLong(trial.seed());
        out.writeDouble(trial.seconds());
        text(out, trial.metric());
        text(out, job.sweep());
        out.writeInt(job.attempt());
    }

    private static Job job(DataInputStream in) throws IOException {
        String id = text(in);
        String scenario = text(in);
        String text = text(in);
        Map<String, String> point = new LinkedHashMap<>();
        for (int n = in.readInt(); n > 0; n--) {
            point.put(text(in), text(in));
        }
        long seed = in.readLong();
        double seconds = in.readDouble();
        // The shorter trial lies with the sweeper: a worker begins anew, and leaves the same bytes.
        Trial trial = new Trial(id, scenario, text, point, seed, seconds, text(in), null);
        return new Job(trial, text(in), in.readInt());
    }

    private static void outcome(DataOutputStream out, Outcome outcome) throws IOException {
        text(out, outcome.trial());
        maybe(out, outcome.record());
        maybe(out, outcome.error());
        out.writeInt(outcome.files().size());
        for (Map.Entry<String, byte[]> file : outcome.files().entrySet()) {
            text(out, file.getKey());
            bytes(out, file.getValue());
        }
    }

    private static Outcome outcome(DataInputStream in) throws IOException {
        String trial = text(in);
        String record = maybe(in);
        String error = maybe(in);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int n = in.readInt(); n > 0; n--) {
            files.put(text(in), bytes(in));
        }
        return new Outcome(trial, record, files, error);
    }

    private static void maybe(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            text(out, text);
        }
    }

    private static @Nullable String maybe(DataInputStream in) throws IOException {
        return in.readBoolean() ? text(in) : null;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** The next bytes; a length that is longer than the message takes no memory. */
    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a length of " + length);
        }
        return in.readNBytes(length);
    }
}
