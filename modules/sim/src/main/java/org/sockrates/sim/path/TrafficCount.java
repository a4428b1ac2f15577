package org.sockrates.sim.path;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sockrates.link.Traffic;
import org.sockrates.sim.tcp.TcpPackets;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.rdt.Conversation;

/** Counts what the ends of one protocol put on the link, one way, as a wire would: with the headers of IP and UDP. */
abstract sealed class TrafficCount {
    /** What stands in front of a datagram's payload: the headers of IPv4 and of UDP. */
    static final int DATAGRAM_HEADER_BYTES = 28;

    private record Talk(long pair, int connection) {}

    private final Map<Talk, Integer> highest = new HashMap<>();
    private Traffic.OneWay sum = Traffic.NONE.upstream();

    private TrafficCount() {}

    /** Of TCP's packets, with their IP header. */
    static TrafficCount ofSegments() {
        return new OfSegments();
    }

    /**
     * Of what UDP carries.
     *
     * @param heads reads what a datagram says of itself
     */
    static TrafficCount ofDatagrams(Function<ByteBuffer, Optional<PacketHead>> heads) {
        return new OfDatagrams(heads);
    }

    Traffic.OneWay sum() {
        return sum;
    }

    /** One was sent. */
    void add(ByteBuffer packet, int from, int to) {
        sum = sum.plus(one(packet, (long) from << Integer.SIZE | to));
    }

    abstract Traffic.OneWay one(ByteBuffer packet, long pair);

    /** Whether one came before that had this number, or a later one. */
    final boolean isOld(Talk talk, int number) {
        Integer before = highest.get(talk);
        boolean old = before != null && number - before <= 0;
        if (!old) {
            highest.put(talk, number);
        }
        return old;
    }

    private static final class OfSegments extends TrafficCount {
        @Override
        Traffic.OneWay one(ByteBuffer packet, long pair) {
            Optional<TcpPackets.Span> span = TcpPackets.span(packet);
            boolean again = span.isPresent()
                    && span.get().length() > 0
                    && isOld(new Talk(pair, 0), span.get().end());
            int payload = span.map(TcpPackets.Span::payloadBytes).orElse(0);
            return new Traffic.OneWay(
                    1, span.isPresent() ? 1 : 0, again ? 1 : 0, packet.remaining(), payload, again ? payload : 0);
        }
    }

    private static final class OfDatagrams extends TrafficCount {
        private final Function<ByteBuffer, Optional<PacketHead>> heads;

        private OfDatagrams(Function<ByteBuffer, Optional<PacketHead>> heads) {
            this.heads = heads;
        }

        @Override
        Traffic.OneWay one(ByteBuffer packet, long pair) {
            int bytes = packet.remaining();
            Optional<PacketHead> head = heads.apply(packet);
            boolean again = head.isPresent()
                    && head.get().numbered()
                    && isOld(
                            new Talk(pair, Conversation.claimedConnection(packet)),
                            head.get().number());
            int numbered = head.isPresent() ? 1 : 0;
            int payload = head.isPresent() ? head.get().bytes() : bytes;
            return new Traffic.OneWay(
                    1, numbered, again ? 1 : 0, DATAGRAM_HEADER_BYTES + bytes, payload, again ? payload : 0);
        }
    }
}
