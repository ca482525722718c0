package sporeloop.scenarios.training;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.slf4j.LoggerFactory;

/** What the actor system of one run is told; nothing is left to what may lie on the class path. */
final class AkkaSettings {
    /** Dispatcher of bridge, environment and agent. */
    static final String RUN = "sporeloop.run";

    /** Dispatcher of the recorder, which may block. */
    static final String FILES = "sporeloop.files";

    // An exchange is four messages, and each wakes a mailbox: this executor takes them from the
    // thread's own queue, without a lock.
    private static final String LOOP =
            """
             {
              type = Dispatcher
              executor = fork-join-executor
              fork-join-executor { parallelism-min = %1$d, parallelism-max = %1$d }
              throughput = 16
            }
            """;

    // A machine that is busy with other things may take its time to start: Akka's own 5 s were too
    // short in the soak.
    private static final String POOL =
            """
             {
              type = Dispatcher
              executor = thread-pool-executor
              thread-pool-executor { fixed-pool-size = 1, allow-core-timeout = off }
              throughput = 16
            }
            """;

    static {
        // Two runs that begin at once would both start the logging, which complains of that.
        LoggerFactory.getILoggerFactory();
    }

    private AkkaSettings() {}

    /** The settings of a run whose body and brain share {@code threads} threads. */
    static Config of(int threads) {
        String akka =
                """
                akka {
                  daemonic = on
                  jvm-exit-on-fatal-error = off
                  logger-startup-timeout = 5m
                  actor.creation-timeout = 5m
                  log-dead-letters = off
                  log-dead-letters-during-shutdown = off
                  coordinated-shutdown.run-by-jvm-shutdown-hook = off
                  coordinated-shutdown.run-by-actor-system-terminate = off
                  coordinated-shutdown.terminate-actor-system = off
                }
                """
                        + "akka.actor.default-dispatcher"
                        + POOL
                        + "akka.actor.internal-dispatcher"
                        + POOL
                        + RUN
                        + LOOP.formatted(threads)
                        + FILES
                        + POOL;
        return ConfigFactory.parseString(akka)
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
    }
}
