package org.sockrates.link;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import org.sockrates.link.rule.Verdict;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.CallText;
import org.sockrates.transport.PacketHead;

/**
 * One line of a link host's log: what became of one packet, or of one copy of it, and which rule did it. For a stream a
 * packet is a piece of bytes as a relay read it.
 *
 * @param cameNanos when it came, on the host's clock: earlier than {@code timeNanos} where it was held back
 * @param timeNanos when it was offered to the link
 * @param dueNanos when it leaves the link; equal to {@code timeNanos} for a dropped packet
 * @param hop whose it is, for whom, and through which faces of the host
 * @param number counted from 1 on, each way for itself, since the link's rules came into use; of a stream's pieces both ways
 *     together, since the relay began
 * @param rule the words of the rules that hit it, {@code duplicate,delay}; empty when none did
 * @param corrupted whether a rule broke it, so that its receiver throws it away where it has a checksum
 * @param head what it says of itself, where its transport can tell
 */
public record PassedPacket(
        long cameNanos,
        long timeNanos,
        long dueNanos,
        Way way,
        Hop hop,
        int bytes,
        long number,
        Verdict verdict,
        String rule,
        boolean corrupted,
        Optional<PacketHead> head) {

    /** Of a packet that says nothing of itself, and was neither held back nor broken. */
    public PassedPacket(
            long timeNanos, long dueNanos, Way way, Hop hop, int bytes, long number, Verdict verdict, String rule) {
        this(timeNanos, timeNanos, dueNanos, way, hop, bytes, number, verdict, rule, false, Optional.empty());
    }

    /** Whether it is another copy of the packet whose line stands before this one. */
    public boolean copies(PassedPacket before) {
        return before.number == number && before.way == way && before.timeNanos == timeNanos;
    }

    /** The sender: a client, or the server behind the host. */
    public InetSocketAddress from() {
        return hop.from();
    }

    /** Whom it was sent to: the server, or a client. */
    public InetSocketAddress to() {
        return hop.to();
    }

    /** The client's end of the hop, whichever way it goes. */
    public InetSocketAddress client() {
        return way == Way.UPSTREAM ? hop.from() : hop.to();
    }

    /**
     * The line shown for it: time, way, number, size, client, verdict and rule:
     * {@code 0.120 s  upstream   #3      12 B  127.0.0.1:40001  dropped: loss}.
     *
     * @param startNanos what the time is told from
     */
    public String text(long startNanos) {
        return String.format(
                Locale.ROOT,
                "%7.3f s  %-10s #%-4d %6d B  %-15s  %s%s%s",
                (timeNanos - startNanos) / 1e9,
                way.word(),
                number,
                bytes,
                CallText.address(client()),
                head.map(said -> said.text() + "  ").orElse(""),
                verdict.word(),
                rule.isEmpty() ? "" : ": " + rule);
    }
}
