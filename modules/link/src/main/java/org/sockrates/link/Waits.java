package org.sockrates.link;

import org.sockrates.link.rule.PacketKind;

/**
 * How long data waited for a rate: each packet from being offered until its first bit went on the wire, so that one that
 * finds nothing before it waits no time. Not how long its own bits take, not what was dropped, and not what only
 * acknowledges: that goes the other way, past a queue of its own.
 *
 * @param packets of {@link PacketKind#DATA} that met a rate
 * @param nanos all their waiting together
 */
public record Waits(long packets, long nanos) {
    /** No data met a rate. */
    public static final Waits NONE = new Waits(0, 0);

    /** Both together. */
    Waits plus(Waits other) {
        return new Waits(packets + other.packets, nanos + other.nanos);
    }

    /** Those since then. */
    public Waits minus(Waits before) {
        return new Waits(packets - before.packets, nanos - before.nanos);
    }
}
