package org.sockrates.link.relay;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import org.sockrates.link.fault.Piece;
import org.sockrates.link.rule.Verdict;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.CallText;

/**
 * One line of a {@link TcpRelay}'s log: what a fault, or the link's delay, did to the end of a stream, or that it ended a
 * connection itself. An end is no piece, and is not counted as one.
 *
 * @param timeNanos when it came, or the connection was ended
 * @param way which way the end went; empty where the relay made it, both ways
 * @param verdict what became of one that came
 * @param rule the words of the faults that did it
 */
public record StreamEnd(
        long timeNanos, InetSocketAddress client, Optional<Way> way, Piece.Kind kind, Verdict verdict, String rule) {

    /** {@code upstream}, {@code downstream}, or {@code both}. */
    public String ways() {
        return way.map(Way::word).orElse("both");
    }

    /** What kind of end: {@code end}, {@code reset}, {@code close}. */
    public String word() {
        return kind == Piece.Kind.FINISH ? "end" : kind.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The line shown for it, in the columns of a packet: {@code 0.120 s  upstream   end            127.0.0.1:40001  delayed:
     * slow_close}, {@code 0.120 s  both       reset          127.0.0.1:40001  by reset_peer}.
     *
     * @param startNanos what the time is told from
     */
    public String text(long startNanos) {
        return String.format(
                Locale.ROOT,
                "%7.3f s  %-10s %-14s  %-15s  %s%s",
                (timeNanos - startNanos) / 1e9,
                ways(),
                word(),
                CallText.address(client),
                way.isPresent() ? verdict.word() + ": " : "by ",
                rule);
    }
}
