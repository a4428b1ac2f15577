package org.sockrates.shell.session;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.capture.traffic.PassedMessage.Fate;
import org.sockrates.link.PacketHost;
import org.sockrates.transport.SystemClock;

/**
 * What the way did to the packets of whoever asked and met silence, as far as the session's links saw them. Not who is at its
 * end: of that {@link Crowd} and {@link Absence} tell.
 */
public final class OnTheWay {
    private static final String PAUSED = "the link is paused; try  link resume";

    private OnTheWay() {}

    /** Why nothing at all comes over the link that lies between, and what to do; empty where it lets packets pass. */
    public static Optional<String> heldBack(Session session) {
        return session.place().paused() ? Optional.of(PAUSED) : Optional.empty();
    }

    /**
     * Why there was no answer in time.
     *
     * @param asked the address where whoever asked last met silence; null where it is not known
     * @param since when it was asked at the earliest, by the system's clock
     * @param otherwise what else may be the reason where no link tells, behind what the way may have done
     */
    public static String told(Session session, @Nullable InetSocketAddress asked, long since, String otherwise) {
        boolean paused =
                session.relays().stream().anyMatch(relay -> relay.listen().equals(asked) && relay.paused());
        if (paused || heldBack(session).isPresent()) {
            return PAUSED;
        }
        List<PassedMessage> seen = seen(session, since);
        Optional<InetSocketAddress> asker = seen.stream()
                .filter(packet -> packet.entry().equals(asked))
                .map(PassedMessage::from)
                .distinct() // who asked earlier may still send there
                .reduce((earlier, later) -> later);
        List<PassedMessage> both = seen.stream()
                .filter(packet -> asker.isPresent() && isBetween(packet, asker.get(), asked))
                .toList();
        if (both.stream().anyMatch(packet -> packet.fate() == Fate.LOST || packet.corrupted())) {
            return "packets vanish on the way";
        }
        return both.stream().anyMatch(packet -> packet.exit().equals(asked) || isUnderWay(packet))
                ? "packets take longer on the way"
                : "packets vanish or take longer on the way" + otherwise;
    }

    private static boolean isBetween(PassedMessage packet, InetSocketAddress asker, @Nullable InetSocketAddress asked) {
        return (packet.from().equals(asker) && packet.entry().equals(asked))
                || (packet.exit().equals(asked) && packet.to().equals(asker));
    }

    private static boolean isUnderWay(PassedMessage packet) {
        long now = SystemClock.INSTANCE.nanoTime();
        return packet.deliveredNanos().stream().anyMatch(nanos -> nanos - now > 0);
    }

    /** Without the pieces of streams that a relay has accepted by itself: they are no answer. */
    private static List<PassedMessage> seen(Session session, long since) {
        List<PassedMessage> seen = new ArrayList<>(session.passed().messages());
        try {
            Optional<PacketHost> link = session.place().link();
            link.ifPresent(host -> seen.addAll(PassedLog.messages(host.log())));
        } catch (IOException noLink) {
            // then it saw nothing
        }
        seen.removeIf(packet -> packet.piece() || packet.atNanos() - since < 0);
        return seen;
    }
}
