package sporeloop.spore.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The state of a network as bytes. */
final class Saved {
    private Saved() {}

    static byte[] bytes(Network network) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            network.save(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void restore(Network network, byte[] bytes) {
        try {
            network.restore(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
