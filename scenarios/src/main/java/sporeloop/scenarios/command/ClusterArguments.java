package sporeloop.scenarios.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sporeloop.scenarios.cluster.ClusterAddress;

/** Where a member of a cluster listens, and its keys. */
final class ClusterArguments {
    /** Where a sweep listens unless told. */
    static final String SWEEPER = "127.0.0.1:2551";

    /** Where a worker listens unless told: any free port. */
    static final String WORKER = "127.0.0.1:0";

    private static final String PASSWORD = "SPORELOOP_TLS_PASSWORD";

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description =
                    "Where this member of the cluster listens. Unless given: 127.0.0.1, where"
                            + " nobody else can reach it.")
    private @Nullable String listen;

    @Option(
            names = "--tls",
            paramLabel = "FILE.p12",
            description =
                    "This member's key and the certificates that it trusts (PKCS #12, its password"
                            + " in "
                            + PASSWORD
                            + "): needed for any address but this machine's own.")
    private @Nullable Path keys;

    /** This member's own address. */
    ClusterAddress address(String standard) {
        return parse("--listen", listen == null ? standard : listen);
    }

    /** Another member's address, guarded like this one's. */
    ClusterAddress parse(String option, String text) {
        return ClusterAddress.parse(option, text, keys, System.getenv(PASSWORD));
    }
}
