package org.sockrates.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;

/** An address family, by the name {@code socket(2)} knows it. */
public enum Family {
    /** IPv4. */
    AF_INET(StandardProtocolFamily.INET),
    /** IPv6; its sockets may talk IPv4, too (RFC 3493 §3.7). */
    AF_INET6(StandardProtocolFamily.INET6);

    private final StandardProtocolFamily protocolFamily;

    Family(StandardProtocolFamily protocolFamily) {
        this.protocolFamily = protocolFamily;
    }

    /** The family an address belongs to. */
    public static Family of(InetAddress address) {
        return address instanceof Inet6Address ? AF_INET6 : AF_INET;
    }

    /** What {@code java.nio.channels} calls it. */
    public ProtocolFamily protocolFamily() {
        return protocolFamily;
    }
}
