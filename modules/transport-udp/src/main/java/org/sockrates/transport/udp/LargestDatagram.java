package org.sockrates.transport.udp;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;

/** How much one datagram carries: IP counts a packet's bytes in 16 bits, and the headers are among them. */
final class LargestDatagram {
    /** 65535 - 20 (IPv4 header) - 8 (UDP header). */
    static final int IPV4_PAYLOAD_BYTES = 65_535 - 20 - 8;
    /** 65535 - 8 (UDP header): IPv6's payload length leaves its own header out (RFC 8200 §3). */
    static final int IPV6_PAYLOAD_BYTES = 65_535 - 8;

    /** A buffer with room for any datagram. */
    static final int ROOM_BYTES = 65_536;

    private LargestDatagram() {}

    static void check(Call call, int payloadBytes, InetAddress to) throws SocketCallException {
        boolean six = to instanceof Inet6Address;
        int limit = six ? IPV6_PAYLOAD_BYTES : IPV4_PAYLOAD_BYTES;
        if (payloadBytes > limit) {
            String sum = six ? "65535 - 8 UDP" : "65535 - 20 IPv4 - 8 UDP";
            throw new SocketCallException(
                    call,
                    Errno.EMSGSIZE,
                    "udp: " + payloadBytes + " bytes (limit: " + limit + " = " + sum + "); split it, or use tcp");
        }
    }
}
