package org.sockrates.sim.path;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sockrates.link.Traffic;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.rdt.Conversation;

/** Counts what the ends of one protocol put on the link, one way, as a wire would: with the headers of IP and UDP. */
abstract sealed class TrafficCount {
    /** What stands in front of a datagram's payload: the headers of IPv4 and of UDP. */
    static final int DATAGRAM_HEADER_BYTES = 28;

    private static final int IP_BYTES = 20;

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

    private static final class OfSegments extends TrafficCount {
        private static final int SEQUENCE_AT = IP_BYTES + 4;
        private static final int OFFSET_AT = IP_BYTES + 12;
        private static final int FLAGS_AT = IP_BYTES + 13;
        private static final int FIN = 1;
        private static final int SYN = 2;

        private final Map<Long, Integer> highest = new HashMap<>();

        @Override
        Traffic.OneWay one(ByteBuffer packet, long pair) {
            int bytes = packet.remaining();
            int payload = bytes - IP_BYTES - (packet.get(OFFSET_AT) >> 4 & 0xf) * Integer.BYTES;
            int flags = packet.get(FLAGS_AT);
            int numbers = payload + ((flags & SYN) == 0 ? 0 : 1) + ((flags & FIN) == 0 ? 0 : 1);
            int end = packet.getInt(SEQUENCE_AT) + numbers;
            Integer before = highest.get(pair);
            boolean again = before != null && numbers > 0 && end - before <= 0;
            if (!again && numbers > 0) {
                highest.put(pair, end);
            }
            return new Traffic.OneWay(1, 1, again ? 1 : 0, bytes, payload, again ? payload : 0);
        }
    }

    private static final class OfDatagrams extends TrafficCount {
        private record Talk(long pair, int connection) {}

        private final Function<ByteBuffer, Optional<PacketHead>> heads;
        private final Map<Talk, Integer> highest = new HashMap<>();

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

        private boolean isOld(Talk talk, int number) {
            Integer before = highest.get(talk);
            boolean old = before != null && number - before <= 0;
            if (!old) {
                highest.put(talk, number);
            }
            return old;
        }
    }
}
