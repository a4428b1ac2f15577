package org.sockrates.wire;

import org.sockrates.transport.UsageException;

/**
 * How wide a wire is and how much it holds. There is no "0 means no limit": every limit is a number.
 *
 * @param mtu the longest IP packet the kernel makes for it, with headers
 * @param mostHeldBytes of packets that are delayed or wait at the gate, both ways together; further ones are dropped
 * @param mostLogged packets the log remembers
 * @param mostAtOnce packets that are read and written in one call of the system, where the kernel has such a call; 1 to 64
 */
public record WireSettings(int mtu, long mostHeldBytes, int mostLogged, int mostAtOnce) {
    /** As Ethernet has it: 1500 bytes; 64 MiB held, 4096 packets in the log, 32 at once. */
    public static final WireSettings USUAL = new WireSettings(1500, 64L << 20, 4096, 32);

    private static final int LEAST_MTU = 1280; // RFC 8200 §5: IPv6 needs as much
    private static final int MOST_MTU = 65_535;
    private static final int MOST_AT_ONCE = 64;

    public WireSettings {
        if (mtu < LEAST_MTU || mtu > MOST_MTU) {
            throw new UsageException("wire: mtu", Integer.toString(mtu), LEAST_MTU + " to " + MOST_MTU);
        }
        if (mostHeldBytes < MOST_MTU || mostLogged < 1) {
            throw new UsageException("wire: every limit holds one packet or more");
        }
        if (mostAtOnce < 1 || mostAtOnce > MOST_AT_ONCE) {
            throw new UsageException("wire: at once", Integer.toString(mostAtOnce), "1 to " + MOST_AT_ONCE);
        }
    }

    public WireSettings withMtu(int other) {
        return new WireSettings(other, mostHeldBytes, mostLogged, mostAtOnce);
    }

    WireSettings withMostHeldBytes(long other) {
        return new WireSettings(mtu, other, mostLogged, mostAtOnce);
    }

    public WireSettings withMostLogged(int other) {
        return new WireSettings(mtu, mostHeldBytes, other, mostAtOnce);
    }

    public WireSettings withMostAtOnce(int other) {
        return new WireSettings(mtu, mostHeldBytes, mostLogged, other);
    }
}
