package org.sockrates.capture.traffic;

import java.nio.ByteBuffer;
import java.util.List;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.PacketView;
import org.sockrates.capture.packet.Segment;
import org.sockrates.capture.packet.TcpFlags;

/** What the client of a connection sends, once it is open, and what of it the server's end saw. */
final class OneWay {
    /** Twice an alphabet, which all data is again and again. */
    static final int M = 52;

    private final TwoEnds ends = new TwoEnds();
    private final String client;
    private final String server;
    private final boolean numbered;
    private int identification;
    private long clock = 5;

    OneWay() {
        this("10.77.0.1", "10.77.0.2", true);
    }

    /** As some systems number no packets of IPv4 that may not be cut (RFC 6864 §4.1), and none of IPv6 has a number. */
    OneWay(String client, String server, boolean numbered) {
        this(client, server, numbered, true);
    }

    private OneWay(String client, String server, boolean numbered, boolean opening) {
        this.client = client;
        this.server = server;
        this.numbered = numbered;
        if (opening) {
            open();
        }
    }

    /** Of which only data was captured. */
    static OneWay open(String client, String server) {
        return new OneWay(client, server, false, false);
    }

    private void open() {
        ByteBuffer syn = Crafted.from(client, 4_000, server, 80).flags("S").tcp();
        ByteBuffer answer = Crafted.from(server, 80, client, 4_000).flags("S.").tcp();
        ends.seen(TwoEnds.CLIENT, 0, syn).seen(TwoEnds.SERVER, 10, syn);
        ends.seen(TwoEnds.SERVER, 20, answer).seen(TwoEnds.CLIENT, 30, answer);
    }

    OneWay sent(long nanos, ByteBuffer... segments) {
        return seen(TwoEnds.CLIENT, nanos, segments);
    }

    OneWay arrived(long nanos, ByteBuffer... segments) {
        return seen(TwoEnds.SERVER, nanos, segments);
    }

    private OneWay seen(int point, long nanos, ByteBuffer... segments) {
        for (ByteBuffer each : segments) {
            ends.seen(point, nanos, each);
        }
        return this;
    }

    /** As our link dropped it, and wrote that down. */
    void dropped(long nanos, ByteBuffer segment) {
        ends.seen(TwoEnds.CLIENT, nanos, segment, "dropped: drop 3rd");
    }

    /** What its segments have as their time from now on, 5 before. */
    void clock(long value) {
        clock = value;
    }

    /** As where no more is kept of each. */
    void cut(int point, long nanos, ByteBuffer segment, int kept) {
        ends.cut(point, nanos, segment, kept);
    }

    /** Its bytes are those of every other one that begins at a multiple of 26, its identification its own, where it has one. */
    ByteBuffer data(long sequence, int bytes, String flags) {
        ByteBuffer segment = Crafted.from(client, 4_000, server, 80)
                .sequence(sequence)
                .acknowledgment(77)
                .flags(flags)
                .timestamps(clock, 6)
                .payload(bytes)
                .tcp();
        if (numbered) {
            segment.putShort(4, (short) identification++);
            Checksum.fill(new PacketView(), segment, 0, segment.limit());
        }
        return segment;
    }

    /** All that left behind the handshake. */
    List<SeenPacket> seen() {
        return ends.read().stream()
                .filter(seen -> seen.packet() instanceof Segment segment
                        && (segment.payloadBytes() > 0 || !segment.has(TcpFlags.SYN)))
                .toList();
    }

    /** The same: {@code 0+52 P. [110]}. */
    List<String> lines() {
        return seen().stream()
                .map(seen -> line((Segment) seen.packet(), seen.arrivedNanos()))
                .toList();
    }

    /** How many arrived that nobody was seen to send. */
    long unsent() {
        return ends.traffic().unsent();
    }

    private static String line(Segment segment, List<Long> arrived) {
        return segment.sequence() + "+" + segment.payloadBytes() + " " + TcpFlags.text(segment.flags()) + " " + arrived;
    }
}
