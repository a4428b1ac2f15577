package org.sockrates.link;

/**
 * What the ends of a passage put on the wire, as its kernel sent it: before the link, so lost packets count too, and copies
 * that the link made do not. Only a path that sees packets can tell.
 *
 * @param upstream from clients to servers
 * @param downstream from servers to clients
 */
public record Traffic(OneWay upstream, OneWay downstream) {
    /** Nothing was sent. */
    public static final Traffic NONE = new Traffic(OneWay.NONE, OneWay.NONE);

    /**
     * One way of it.
     *
     * @param packets of IP
     * @param segments packets whose numbers are read: TCP's, and where a path can read them those of a protocol over UDP
     * @param retransmissions segments that carry numbers sent before
     * @param wireBytes of all packets, with their IP headers
     * @param payloadBytes what they carried for programs, behind the headers of TCP and UDP; retransmitted ones again
     * @param againBytes of these, what retransmissions carried
     */
    public record OneWay(
            long packets, long segments, long retransmissions, long wireBytes, long payloadBytes, long againBytes) {
        static final OneWay NONE = new OneWay(0, 0, 0, 0, 0, 0);

        /** Both together. */
        public OneWay plus(OneWay other) {
            return new OneWay(
                    packets + other.packets,
                    segments + other.segments,
                    retransmissions + other.retransmissions,
                    wireBytes + other.wireBytes,
                    payloadBytes + other.payloadBytes,
                    againBytes + other.againBytes);
        }

        /** What was sent since then. */
        public OneWay minus(OneWay before) {
            return new OneWay(
                    packets - before.packets,
                    segments - before.segments,
                    retransmissions - before.retransmissions,
                    wireBytes - before.wireBytes,
                    payloadBytes - before.payloadBytes,
                    againBytes - before.againBytes);
        }
    }

    /** Both ways together. */
    public OneWay total() {
        return upstream.plus(downstream);
    }

    /** What was sent since then. */
    public Traffic minus(Traffic before) {
        return new Traffic(upstream.minus(before.upstream), downstream.minus(before.downstream));
    }
}
