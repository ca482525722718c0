package sporeloop.bridge;

/** A part's state at a boundary; the buffer belongs to whoever gets it. */
public record Saved(Side side, StateBuffer state) {}
