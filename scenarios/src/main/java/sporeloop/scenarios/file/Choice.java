package sporeloop.scenarios.file;

import sporeloop.parameters.Provider;

/**
 * A block in which a key names a plug-in.
 *
 * @param <P> what kind of plug-in
 * @param <R> the record of what all such blocks have in common
 * @param provider the plug-in
 * @param shared the keys that all such blocks have
 * @param parameters the plug-in's own keys, a record of its {@link Provider#parameters()}
 */
record Choice<P extends Provider<?>, R extends Record>(P provider, R shared, Record parameters) {}
