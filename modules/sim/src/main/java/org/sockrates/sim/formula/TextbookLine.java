package org.sockrates.sim.formula;

import java.time.Duration;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.text.DurationText;

/**
 * The line of the formulas. A packet is on the wire for as long as its bits take, one behind the other, and is lost after it, or
 * arrives after the delay; its acknowledgement is back after the same delay, and is never lost. What a packet carries is
 * what the program said and the header.
 *
 * @param bitsPerSecond of the wire, 1 to 10^12
 * @param delay one way
 * @param messageBytes of each message
 */
public record TextbookLine(long bitsPerSecond, Duration delay, int messageBytes) {
    private static final Duration LONGEST = Duration.ofHours(1);

    public TextbookLine {
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new UsageException("delay", DurationText.print(delay), "0s to 1h");
        }
        if (messageBytes < Long.BYTES || messageBytes > Packet.MOST_PAYLOAD_BYTES) {
            throw new UsageException(
                    "size", Integer.toString(messageBytes), Long.BYTES + " to " + Packet.MOST_PAYLOAD_BYTES);
        }
    }

    /** How long a packet is on the wire, as the link reckons it. */
    long packetNanos() {
        return (messageBytes + Packet.HEADER_BYTES) * 8_000_000_000L / bitsPerSecond;
    }

    /** From when a packet begins on a free wire to when its acknowledgement is there: tf + 2 tp. */
    long roundTripNanos() {
        return packetNanos() + 2 * delay.toNanos();
    }

    /** Propagation in packets: a = tp / tf; infinite where a packet takes no time. */
    public double a() {
        return (double) delay.toNanos() / packetNanos();
    }

    /**
     * A timeout just above what an acknowledgement can take, with a whole window before it on the wire: W tf + 2 tp, and
     * a microsecond.
     */
    long timeoutNanos(int window) {
        return window * packetNanos() + 2 * delay.toNanos() + 1_000;
    }
}
