package org.sockrates.shell.machine;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Whether a socket stands at an address, as far as its own tells. The port alone is not the address: every address of this
 * machine has ports of its own, and so has every other machine. Of a socket at any address of IPv6 nobody tells whether it
 * takes IPv4, too (IPV6_V6ONLY); those that Java makes do.
 */
public enum AddressMatch {
    SURELY,
    PERHAPS,
    NOT;

    /** For whoever asks at an address. */
    public static AddressMatch at(InetSocketAddress local, InetSocketAddress asked) {
        InetAddress own = local.getAddress();
        if (local.getPort() != asked.getPort()) {
            return NOT;
        }
        if (own.equals(asked.getAddress())) {
            return SURELY;
        }
        return own.isAnyLocalAddress() && OwnAddresses.has(asked.getAddress()) ? covers(own, asked.getAddress()) : NOT;
    }

    /**
     * In the way of whoever wants an address for himself: at the same, or one of them at all of its family.
     *
     * @param wanted by a socket that Java makes
     */
    public static AddressMatch inTheWay(InetSocketAddress local, InetSocketAddress wanted) {
        InetAddress own = local.getAddress();
        InetAddress other = wanted.getAddress();
        if (local.getPort() != wanted.getPort()) {
            return NOT;
        }
        if (own.equals(other)
                || (other.isAnyLocalAddress() && covers(other, own).possible())) {
            return SURELY;
        }
        return own.isAnyLocalAddress() ? covers(own, other) : NOT;
    }

    /** Whether it may be. */
    public boolean possible() {
        return this != NOT;
    }

    private static AddressMatch covers(InetAddress all, InetAddress one) {
        if (all.getClass() == one.getClass()) {
            return SURELY;
        }
        return all instanceof Inet6Address ? PERHAPS : NOT;
    }
}
