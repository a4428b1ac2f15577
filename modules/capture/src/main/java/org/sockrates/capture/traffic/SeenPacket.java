package org.sockrates.capture.traffic;

import java.util.List;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.traffic.PassedMessage.Fate;

/**
 * One packet, seen where it left and where it arrived; or at one place only, which then stands for both.
 *
 * @param number the running number of whoever saw it
 * @param sentNanos when it left, on the clock of the socket events where there are such
 * @param arrivedNanos when each copy of it arrived; empty where none did
 * @param fate what became of it
 * @param damaged whether what arrived is not what was sent, so that the receiver throws it away
 * @param rule the words of the rules that hit it, {@code duplicate,delay}; empty when none did
 * @param packet what it says
 */
public record SeenPacket(
        long number, long sentNanos, List<Long> arrivedNanos, Fate fate, boolean damaged, String rule, Decoded packet) {
    public SeenPacket {
        arrivedNanos = List.copyOf(arrivedNanos);
    }

    /** A packet of a capture that was made at one place. */
    public static SeenPacket once(long number, long nanos, Decoded packet) {
        return new SeenPacket(number, nanos, List.of(nanos), Fate.DELIVERED, false, "", packet);
    }
}
