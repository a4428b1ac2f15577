package org.sockrates.link;

/**
 * How long packets waited for a rate, each from being offered until its last bit was on the wire. Packets that were
 * dropped did not wait.
 *
 * @param packets that met a rate
 * @param nanos all their waiting together
 */
public record Waits(long packets, long nanos) {
    /** Nothing met a rate. */
    public static final Waits NONE = new Waits(0, 0);

    /** Both together. */
    public Waits plus(Waits other) {
        return new Waits(packets + other.packets, nanos + other.nanos);
    }

    /** Those since then. */
    public Waits minus(Waits before) {
        return new Waits(packets - before.packets, nanos - before.nanos);
    }
}
