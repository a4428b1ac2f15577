package org.sockrates.wire;

import org.sockrates.transport.UsageException;

/**
 * How wide a wire is and how much it holds. There is no "0 means no limit": every limit is a number.
 *
 * @param mtu the longest IP packet the kernel makes for it, with headers
 * @param mostHeldBytes of packets that are delayed or wait at the gate, both ways together; further ones are dropped
 * @param mostLogged packets the log remembers
 */
public record WireSettings(int mtu, long mostHeldBytes, int mostLogged) {
    /** As Ethernet has it: 1500 bytes; 64 MiB held, 4096 packets in the log. */
    public static final WireSettings USUAL = new WireSettings(1500, 64L << 20, 4096);

    private static final int LEAST_MTU = 1280; // RFC 8200 §5: IPv6 needs as much
    private static final int MOST_MTU = 65_535;

    public WireSettings {
        if (mtu < LEAST_MTU || mtu > MOST_MTU) {
            throw new UsageException("wire: mtu", Integer.toString(mtu), LEAST_MTU + " to " + MOST_MTU);
        }
        if (mostHeldBytes < MOST_MTU || mostLogged < 1) {
            throw new UsageException("wire: every limit holds one packet or more");
        }
    }

    public WireSettings withMtu(int other) {
        return new WireSettings(other, mostHeldBytes, mostLogged);
    }

    public WireSettings withMostHeldBytes(long other) {
        return new WireSettings(mtu, other, mostLogged);
    }

    public WireSettings withMostLogged(int other) {
        return new WireSettings(mtu, mostHeldBytes, other);
    }
}
