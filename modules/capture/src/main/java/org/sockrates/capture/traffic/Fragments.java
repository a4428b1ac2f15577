package org.sockrates.capture.traffic;

import java.net.Inet4Address;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Flow;
import org.sockrates.capture.packet.IpProtocol;
import org.sockrates.capture.packet.OtherPacket;
import org.sockrates.capture.packet.Segment;

/** Finds which fragments are of one datagram or segment, as they come by at one place. */
final class Fragments<T> {
    /** A receiver waits for the rest no longer (RFC 8200 §4.5). */
    private static final long LIMIT_NANOS = 60_000_000_000L;

    /** Datagrams of one number that are not whole, at most. */
    private static final int MOST_OPEN = 16;

    private final Map<Key, ArrayDeque<FragmentSet<T>>> open = new HashMap<>();

    /**
     * What fragments of one packet have in common (RFC 791 §3.2, RFC 8200 §4.5).
     *
     * @param protocol 0 over IPv6, where that of the first alone says what they carry
     */
    private record Key(Flow hosts, int identification, int protocol) {}

    /**
     * The next packet.
     *
     * @param nanos when it was seen, never before the one before
     * @return its datagram's, as far as it has come; empty where the packet is no fragment of one
     */
    Optional<FragmentSet<T>> add(T packet, Decoded decoded, long nanos) {
        return decoded.part().map(fragment -> {
            Flow flow = decoded.flow();
            int protocol = flow.source().getAddress() instanceof Inet4Address ? protocol(decoded) : 0;
            Key key = new Key(flow.hosts(), fragment.identification(), protocol);
            ArrayDeque<FragmentSet<T>> mine = open.computeIfAbsent(key, none -> new ArrayDeque<>());
            mine.removeIf(each -> !each.isOpen(nanos, LIMIT_NANOS));
            FragmentSet<T> set = mine.stream()
                    .filter(each -> each.lacks(fragment))
                    .findFirst()
                    .orElseGet(() -> begun(mine, nanos));
            set.add(packet, decoded, fragment);
            if (set.isWhole()) {
                mine.remove(set);
            }
            return set;
        });
    }

    private static int protocol(Decoded decoded) {
        if (decoded instanceof OtherPacket other) {
            return other.protocol();
        }
        return decoded instanceof Segment ? IpProtocol.TCP : IpProtocol.UDP;
    }

    private static <T> FragmentSet<T> begun(ArrayDeque<FragmentSet<T>> open, long nanos) {
        if (open.size() == MOST_OPEN) {
            open.removeFirst();
        }
        FragmentSet<T> set = new FragmentSet<>(nanos);
        open.addLast(set);
        if (open.size() > 1) {
            open.forEach(FragmentSet::meets);
        }
        return set;
    }
}
