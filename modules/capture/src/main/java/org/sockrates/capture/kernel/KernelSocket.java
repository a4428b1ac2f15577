package org.sockrates.capture.kernel;

import java.net.InetSocketAddress;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One row of the kernel's socket table in {@code /proc/net}, as {@code ss -ant} shows it. A TCP socket that is bound and
 * neither listens nor connects has no row there; a UDP socket has one from {@code bind} on.
 *
 * @param receiveQueue Recv-Q: bytes nobody has received yet (an end of stream counts as one more; UDP counts kernel
 *     memory, not payload); for LISTEN, connections nobody has accepted yet
 * @param sendQueue Send-Q: bytes the peer has not acknowledged (a SYN or a FIN counts as one more; UDP counts kernel memory
 *     of what has not left yet); for LISTEN {@code ss} shows the backlog here, which {@code /proc} does not tell: empty
 * @param remote the peer, or null where there is none
 * @param uid the owner
 * @param inode the socket's inode, as in {@code /proc/PID/fd}; 0 when no process holds it any more
 * @param drops datagrams thrown away because Recv-Q was full, or their checksum wrong; empty for TCP
 */
public record KernelSocket(
        KernelProtocol protocol,
        KernelState state,
        long receiveQueue,
        OptionalLong sendQueue,
        InetSocketAddress local,
        @Nullable InetSocketAddress remote,
        long uid,
        long inode,
        OptionalLong drops) {

    /** Whether whoever comes is heard: a TCP socket that listens, or a UDP socket without a peer. */
    public boolean serves() {
        return state == KernelState.LISTEN || state == KernelState.UNCONN;
    }
}
