package org.sockrates.capture.analysis;

import java.util.Locale;
import java.util.Optional;
import org.sockrates.capture.packet.Datagram;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Flow;
import org.sockrates.capture.packet.Fragment;
import org.sockrates.capture.packet.IcmpMessage;
import org.sockrates.capture.packet.IpProtocol;
import org.sockrates.capture.packet.OtherPacket;
import org.sockrates.capture.packet.Segment;

/**
 * One packet in one line, in tcpdump's words: {@code 0.020412 IP 10.77.0.1.40122 > 10.77.0.2.7: Flags [P.], seq 1:21, ack
 * 1, win 512, length 20}. Numbers are relative, a SYN's is 0; windows are as written.
 */
public final class PacketLine {
    private static final int UDP_HEADER = 8;

    private PacketLine() {}

    /** A segment, its time counted from another, and what is remarkable about it behind. */
    public static String of(long beginNanos, Analysed analysed) {
        String labels = LabelText.of(analysed);
        return TraceTime.text(analysed.timeNanos() - beginNanos) + " "
                + ip(analysed.segment().flow()) + " "
                + analysed.segment().flow() + ": " + SegmentText.full(analysed)
                + (labels.isEmpty() ? "" : " [" + labels + "]");
    }

    /** Any packet, its time counted from somewhere; of a segment only what it says without its conversation. */
    public static String of(long nanos, Decoded packet) {
        if (packet instanceof OtherPacket other && other.protocol() < 0) {
            return TraceTime.text(nanos) + " no IP, length " + other.packetBytes();
        }
        return TraceTime.text(nanos) + " " + ip(packet.flow()) + " " + body(packet);
    }

    private static String body(Decoded packet) {
        if (packet instanceof Segment segment) {
            return segment.flow() + ": " + SegmentText.raw(segment);
        }
        if (packet instanceof Datagram datagram) {
            int claimed = datagram.claimedBytes();
            String length = claimed > datagram.payloadBytes()
                    ? "bad length " + claimed + " > " + datagram.payloadBytes()
                    : "length " + claimed;
            return datagram.flow() + ": UDP, " + length
                    + datagram.part().map(part -> first(part, datagram.flow())).orElse("");
        }
        if (packet instanceof IcmpMessage message) {
            return hosts(message.flow()) + ": " + IcmpText.of(message);
        }
        OtherPacket other = (OtherPacket) packet;
        return hosts(other.flow()) + ": " + carried(other) + ", length " + other.packetBytes();
    }

    /** The protocol, and where in the whole a fragment of it lies. */
    private static String carried(OtherPacket other) {
        String number = "ip-proto-" + other.protocol();
        return other.part()
                .map(part -> name(other.protocol()).orElse(number) + " frag " + place(part, other.flow()))
                .orElse(number);
    }

    /** Of a datagram that its header tells the length of, this packet carries only the beginning. */
    private static String first(Fragment part, Flow flow) {
        return ", here " + (part.bytes() - UDP_HEADER) + ", " + place(part, flow);
    }

    /** In tshark's words, with the bit that says that more follow. */
    private static String place(Fragment part, Flow flow) {
        String identification = ip(flow).equals("IP") ? "%04x" : "%08x";
        return "off=" + part.offset() + ", ID=" + String.format(Locale.ROOT, identification, part.identification())
                + (part.more() ? ", MF" : "");
    }

    private static String hosts(Flow flow) {
        return Flow.host(flow.source()) + " > " + Flow.host(flow.destination());
    }

    private static String ip(Flow flow) {
        return flow.source().getAddress().getAddress().length == 16 ? "IP6" : "IP";
    }

    /** The protocol's name where it has one here. */
    static Optional<String> name(int protocol) {
        return switch (protocol) {
            case IpProtocol.TCP -> Optional.of("tcp");
            case IpProtocol.UDP -> Optional.of("udp");
            default -> Optional.empty();
        };
    }
}
