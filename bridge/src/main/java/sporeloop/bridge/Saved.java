package sporeloop.bridge;

/** A part's state at a boundary; the array belongs to whoever gets it. */
public record Saved(Side side, byte[] state) {}
