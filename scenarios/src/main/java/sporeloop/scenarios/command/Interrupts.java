package sporeloop.scenarios.command;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C once ends the program cleanly, with all that was reached saved; twice ends it at once, for a
 * user who will not wait. A run that ends at once goes on from its last checkpoint.
 *
 * <p>Java offers signals only through a class it does not promise; without it Ctrl-C works as ever, once.
 */
final class Interrupts {
    private static final int INTERRUPTED = 130;

    private Interrupts() {}

    /** Takes over Ctrl-C; a signal that is ignored, as in a script's background, stays so. */
    static void install() {
        AtomicBoolean ending = new AtomicBoolean();
        InvocationHandler handler =
                (self, method, arguments) ->
                        switch (method.getName()) {
                            case "handle" -> {
                                if (ending.getAndSet(true)) {
                                    Runtime.getRuntime().halt(INTERRUPTED);
                                }
                                System.exit(INTERRUPTED);
                                yield null;
                            }
                            case "equals" -> self == arguments[0];
                            case "hashCode" -> System.identityHashCode(self);
                            default -> "Ctrl-C";
                        };
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Object ours =
                    Proxy.newProxyInstance(
                            Interrupts.class.getClassLoader(), new Class<?>[] {handlers}, handler);
            signal.getMethod("handle", signal, handlers)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), ours);
        } catch (ReflectiveOperationException | RuntimeException unavailable) {
            // Another Java: Ctrl-C ends the program cleanly, and a second one changes nothing.
        }
    }
}
