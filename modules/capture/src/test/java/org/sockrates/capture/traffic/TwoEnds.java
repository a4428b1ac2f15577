package org.sockrates.capture.traffic;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.traffic.PassedMessage.Fate;

/** A capture of both ends, as it is written down packet by packet: 10.77.0.1 is the client, 10.77.0.2 the server. */
final class TwoEnds {
    static final int CLIENT = 0;
    static final int SERVER = 1;
    /** The client's end once more, of another file. */
    static final int CLIENT_AGAIN = 2;

    private final List<VantagePoint> points;
    private final List<Packet> packets = new ArrayList<>();

    TwoEnds() {
        this(new VantagePoint("client", ""), new VantagePoint("server", ""), new VantagePoint("client", "again"));
    }

    /** The same, where the places have other names. */
    TwoEnds(VantagePoint... points) {
        this.points = List.of(points);
    }

    /** A question and its answer, seen by both. */
    TwoEnds round(long begin) {
        return round(3, begin, 0);
    }

    /** The same, of so many bytes each, where the server's clock is behind. */
    TwoEnds round(int bytes, long begin, long behind) {
        ByteBuffer ask = udp(1, 2, bytes);
        ByteBuffer answer = udp(2, 1, bytes);
        return seen(CLIENT, begin, ask)
                .seen(SERVER, begin + 10 - behind, ask)
                .seen(SERVER, begin + 13 - behind, answer)
                .seen(CLIENT, begin + 23, answer);
    }

    TwoEnds seen(int point, long nanos, ByteBuffer bytes) {
        return seen(point, nanos, bytes, "");
    }

    TwoEnds seen(int point, long nanos, ByteBuffer bytes, String comment) {
        packets.add(new Packet(nanos, bytes, bytes.limit(), point, comment));
        return this;
    }

    /** From one host of the network to another, at port 7. */
    static ByteBuffer udp(int from, int to, int bytes) {
        return Crafted.from("10.77.0." + from, 7, "10.77.0." + to, 7)
                .payload(bytes)
                .udp();
    }

    /** As where no more is kept of each. */
    TwoEnds cut(int point, long nanos, ByteBuffer bytes, int kept) {
        packets.add(new Packet(nanos, bytes.slice(0, kept), bytes.limit(), point, ""));
        return this;
    }

    /** As where some were not seen. */
    void without(Predicate<Packet> unseen) {
        packets.removeIf(unseen);
    }

    List<SeenPacket> read() {
        return traffic().seen().packets();
    }

    CapturedTraffic traffic() {
        return traffic(points, packets);
    }

    /** What a capture of these tells. */
    static CapturedTraffic traffic(List<VantagePoint> points, List<Packet> packets) {
        Capture capture = new Capture(points, packets, new Capture.Skipped(0, ""), Optional.empty());
        return CapturedTraffic.of(capture, ThrownAway.of(capture), Patience.ENDLESS);
    }

    List<Fate> fates() {
        return read().stream().map(SeenPacket::fate).toList();
    }

    List<List<Long>> arrivals() {
        return read().stream().map(SeenPacket::arrivedNanos).toList();
    }
}
