package sporeloop.parameters;

/**
 * A named choice that a scenario makes with a key ({@code environment.task = reaching}, {@code
 * encoder.kind = place-cells}), ours or a user's. Found by {@link java.util.ServiceLoader}.
 *
 * @param <P> the record that the rest of the block is bound to
 */
public interface Provider<P extends Record> {
    /** The name in scenario files, in kebab-case. */
    String name();

    /** What it is, in one line for listings. */
    String meaning();

    /** The record, with {@link Parameter} annotations, that holds its parameters. */
    Class<P> parameters();
}
