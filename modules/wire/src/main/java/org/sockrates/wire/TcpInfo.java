package org.sockrates.wire;

import com.sun.jna.Memory;
import org.sockrates.capture.kernel.KernelState;

/**
 * What the kernel knows of one end of a TCP connection at one moment: the beginning of its {@code struct tcp_info}
 * (linux/tcp.h).
 *
 * @param state by the names {@code ss} prints: {@code ESTAB}
 * @param cwnd congestion window, in segments
 * @param ssthresh slow start ends there, in segments; {@link #NO_THRESHOLD} until slow start has ended, by a loss or otherwise
 * @param rttMicros smoothed round trip
 * @param rttvarMicros its variation
 * @param rtoMicros until a retransmission
 * @param unacked segments sent and not acknowledged
 * @param sacked of these, acknowledged selectively
 * @param lost of these, held for lost
 * @param retransmitting of these, sent again and not acknowledged
 * @param retransmits segments sent again since the connection began
 * @param backoff how often the timeout was doubled
 * @param mss bytes of a full segment this end sends
 */
public record TcpInfo(
        String state,
        long cwnd,
        long ssthresh,
        long rttMicros,
        long rttvarMicros,
        long rtoMicros,
        long unacked,
        long sacked,
        long lost,
        long retransmitting,
        long retransmits,
        int backoff,
        long mss) {
    /** The kernel's word for a slow start without an end. */
    public static final long NO_THRESHOLD = 0x7fff_ffff;

    /** How much of the structure is read: up to the number of all retransmissions. */
    static final int BYTES = 104;

    static TcpInfo of(Memory info) {
        return new TcpInfo(
                KernelState.of(info.getByte(0)).map(KernelState::word).orElse("?"),
                unsigned(info, 80),
                unsigned(info, 76),
                unsigned(info, 68),
                unsigned(info, 72),
                unsigned(info, 8),
                unsigned(info, 24),
                unsigned(info, 28),
                unsigned(info, 32),
                unsigned(info, 36),
                unsigned(info, 100),
                info.getByte(4),
                unsigned(info, 16));
    }

    private static long unsigned(Memory info, int offset) {
        return Integer.toUnsignedLong(info.getInt(offset));
    }

    /** Segments in flight: sent, and neither acknowledged nor held for lost (RFC 6675 §4). */
    public long inFlight() {
        return Math.max(0, unacked - sacked - lost + retransmitting);
    }
}
