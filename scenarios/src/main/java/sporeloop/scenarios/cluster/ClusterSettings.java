package sporeloop.scenarios.cluster;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a member's actor system is told; nothing is left to what may lie on the class path. */
final class ClusterSettings {
    static final String SWEEPER = "sweeper";
    static final String WORKER = "worker";
    static final String NAME = "sporeloop-sweep";

    // A machine whose processors are all at work must not be taken for a dead one: 15 s of silence.
    // The sweeper's side always survives: it alone has the role that keep-oldest looks at.
    private static final String SETTINGS =
            """
            akka {
              daemonic = on
              loglevel = "ERROR"
              stdout-loglevel = "OFF"
              jvm-exit-on-fatal-error = off
              logger-startup-timeout = 5m
              log-dead-letters = off
              log-dead-letters-during-shutdown = off
              coordinated-shutdown.run-by-jvm-shutdown-hook = off
              coordinated-shutdown.exit-jvm = off
              actor {
                provider = cluster
                creation-timeout = 5m
                allow-java-serialization = off
                serializers.sporeloop = "sporeloop.scenarios.cluster.MessageSerializer"
                serialization-bindings { "sporeloop.scenarios.cluster.Message" = sporeloop }
                default-dispatcher.fork-join-executor { parallelism-min = 2, parallelism-max = 2 }
                internal-dispatcher.fork-join-executor { parallelism-min = 2, parallelism-max = 2 }
              }
              remote.artery.advanced.maximum-frame-size = 1 MiB
              reliable-delivery.producer-controller.chunk-large-messages = 128 KiB
              cluster {
                downing-provider-class = "akka.cluster.sbr.SplitBrainResolverProvider"
                split-brain-resolver {
                  active-strategy = keep-oldest
                  keep-oldest { role = sweeper, down-if-alone = off }
                  stable-after = 3 s
                  down-all-when-unstable = off
                }
                failure-detector.acceptable-heartbeat-pause = 15 s
                shutdown-after-unsuccessful-join-seed-nodes = 30 s
              }
            }
            """;

    private ClusterSettings() {}

    /**
     * The settings of a member.
     *
     * @param role {@link #SWEEPER} or {@link #WORKER}
     * @param join the sweeper's address; null for itself
     */
    static Config of(ClusterAddress address, String role, @Nullable ClusterAddress join) {
        Path keys = address.keys();
        String seeds =
                join == null
                        ? ""
                        : ConfigUtil.quoteString(
                                "akka://%s@%s:%d".formatted(NAME, join.host(), join.port()));
        Config own =
                ConfigFactory.parseString(
                        """
                        akka.remote.artery {
                          transport = %s
                          canonical { hostname = %s, port = %d }
                        }
                        akka.cluster { roles = [%s], seed-nodes = [%s] }
                        """
                                .formatted(
                                        keys == null ? "tcp" : "tls-tcp",
                                        ConfigUtil.quoteString(address.host()),
                                        address.port(),
                                        role,
                                        seeds));
        if (keys != null) {
            own = own.withFallback(tls(keys, address.password()));
        }
        return own.withFallback(ConfigFactory.parseString(SETTINGS))
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
    }

    /** Both sides show a certificate, and each must be one that the other trusts. */
    private static Config tls(Path keys, String password) {
        String file = ConfigUtil.quoteString(keys.toAbsolutePath().toString());
        String secret = ConfigUtil.quoteString(password);
        return ConfigFactory.parseString(
                """
                akka.remote.artery.ssl.config-ssl-engine {
                  key-store = %1$s
                  trust-store = %1$s
                  key-store-password = %2$s
                  key-password = %2$s
                  trust-store-password = %2$s
                  protocol = "TLSv1.3"
                  enabled-algorithms = [TLS_AES_256_GCM_SHA384]
                  require-mutual-authentication = on
                }
                """
                        .formatted(file, secret));
    }
}
