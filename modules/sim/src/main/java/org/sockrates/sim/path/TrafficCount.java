package org.sockrates.sim.path;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.sockrates.link.Traffic;

/** Counts what the ends of one protocol put on the link, one way, as a wire would: with the headers of IP and UDP. */
final class TrafficCount {
    private static final int IP_BYTES = 20;
    private static final int UDP_BYTES = 8;
    private static final int SEQUENCE_AT = IP_BYTES + 4;
    private static final int OFFSET_AT = IP_BYTES + 12;
    private static final int FLAGS_AT = IP_BYTES + 13;
    private static final int FIN = 1;
    private static final int SYN = 2;

    private final boolean segments;
    private final Map<Long, Integer> highest = new HashMap<>();
    private Traffic.OneWay sum = Traffic.NONE.upstream();

    /** @param segments whether packets are TCP's, with their IP header; else what UDP carries */
    TrafficCount(boolean segments) {
        this.segments = segments;
    }

    Traffic.OneWay sum() {
        return sum;
    }

    /** One was sent. */
    void add(ByteBuffer packet, int from, int to) {
        int bytes = packet.remaining();
        sum = sum.plus(
                segments
                        ? segment(packet, (long) from << Integer.SIZE | to)
                        : new Traffic.OneWay(1, 0, 0, bytes + IP_BYTES + UDP_BYTES, bytes));
    }

    private Traffic.OneWay segment(ByteBuffer packet, long pair) {
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
        return new Traffic.OneWay(1, 1, again ? 1 : 0, bytes, payload);
    }
}
