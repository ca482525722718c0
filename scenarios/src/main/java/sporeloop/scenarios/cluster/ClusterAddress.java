package sporeloop.scenarios.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sporeloop.scenarios.file.BadInput;

/**
 * Where a member of the cluster listens, and what guards it.
 *
 * @param host loopback, or another address of this machine if there are keys
 * @param port 0 for any that is free
 * @param keys a PKCS #12 file with this member's key and the certificates that it trusts; null on
 *     loopback
 * @param password of the file
 */
public record ClusterAddress(String host, int port, @Nullable Path keys, String password) {
    /** Checks that nothing listens to a network unguarded. */
    public ClusterAddress {
        if (port < 0 || port > 65_535) {
            throw new BadInput("port " + port + ", but must be 0 to 65535.");
        }
        if (keys == null && !isLoopback(host)) {
            throw new BadInput(
                    host
                            + " is not this machine alone, and who reaches a sweep may run programs"
                            + " here. Give each side its keys with --tls FILE.p12 and the password"
                            + " in SPORELOOP_TLS_PASSWORD.");
        }
        if (keys != null && !Files.isReadable(keys)) {
            throw new BadInput("--tls " + keys + ", but there is no such file.");
        }
    }

    /** Reads {@code HOST:PORT}, {@code [::1]:PORT} included. */
    public static ClusterAddress parse(
            String option, String text, @Nullable Path keys, @Nullable String password) {
        int colon = text.lastIndexOf(':');
        try {
            if (colon > 0) {
                return new ClusterAddress(
                        text.substring(0, colon),
                        Integer.parseInt(text.substring(colon + 1)),
                        keys,
                        password == null ? "" : password);
            }
        } catch (NumberFormatException e) {
            // Complained of below.
        }
        throw new BadInput(option + " " + text + ", but must be HOST:PORT, like 127.0.0.1:2552.");
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
