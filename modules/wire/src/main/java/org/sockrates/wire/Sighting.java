package org.sockrates.wire;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.packet.IpProtocol;
import org.sockrates.capture.packet.PacketView;
import org.sockrates.capture.packet.PacketView.Carries;
import org.sockrates.capture.packet.TcpFlags;
import org.sockrates.capture.packet.TcpView;
import org.sockrates.capture.packet.UdpView;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.transport.PacketHead;

/**
 * What the mirror must know of a packet, read where it lies: its kind, its ports, where its addresses are. Made once and
 * pointed at one packet after another; allocates nothing but what a datagram's head is, where somebody reads it.
 */
final class Sighting {
    static final int NO_PORT = 0;

    private static final int ICMP_ECHO_REPLY = 0; // RFC 792
    private static final int ICMPV6_ECHO_REPLY = 129; // RFC 4443 §4.2
    private static final int LONGEST = 65_535;

    final PacketView view = new PacketView();
    private final PacketView quoted = new PacketView();
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private Carries carries = Carries.NOTHING;
    private boolean quotes;
    private @Nullable PacketHead head;

    /** Points it at the packet between position and limit. */
    void of(ByteBuffer packet) {
        bytes = packet;
        carries = view.wrap(packet, packet.position(), packet.remaining());
        head = null;
        quotes = view.isError() && quote();
    }

    /** Points it at a copy of a packet that was seen before. */
    void of(ByteBuffer copy, Sighting original) {
        of(copy);
        head = original.head;
    }

    /** Lets a datagram that is here in one piece say what it is. */
    void read(DatagramReader reader) {
        UdpView datagram = view.udp();
        if (carries == Carries.UDP && datagram.payloadCaptured() == datagram.payloadBytes()) {
            ByteBuffer payload = bytes.slice(datagram.payloadOffset(), datagram.payloadBytes());
            head = reader.head(datagram.sourcePort(), datagram.destinationPort(), payload)
                    .orElse(null);
        }
    }

    /** What a datagram says of itself, where it says something and somebody has read it. */
    @Nullable
    PacketHead head() {
        return head;
    }

    private boolean quote() {
        int captured = view.icmp().bodyCaptured();
        return quoted.wrap(bytes, view.icmp().bodyOffset(), captured, LONGEST) != Carries.NOTHING;
    }

    /** Whether it goes from one host to one other, so that there is somebody who can answer. */
    boolean isBetweenTwo() {
        if (carries == Carries.NOTHING) {
            return false;
        }
        int destination = view.addressesOffset() + view.addressBytes();
        int first = bytes.get(destination) & 0xff;
        return view.version() == 4 ? first < 224 && !isForAll(destination) : first != 0xff;
    }

    /** A broadcast: a wire's network has 256 addresses, the last of which is for all of its hosts. */
    private boolean isForAll(int destination) {
        return (bytes.get(destination + 3) & 0xff) == 0xff;
    }

    Carries carries() {
        return carries;
    }

    PacketKind kind() {
        return switch (carries) {
            case TCP -> segmentKind(view.tcp());
            case UDP -> PacketKind.of(head);
            case ICMP, OTHER, NOTHING -> PacketKind.OTHER;
        };
    }

    private static PacketKind segmentKind(TcpView segment) {
        if (segment.has(TcpFlags.RST)) {
            return PacketKind.RST;
        }
        if (segment.has(TcpFlags.SYN)) {
            return segment.has(TcpFlags.ACK) ? PacketKind.SYN_ACK : PacketKind.SYN;
        }
        if (segment.has(TcpFlags.FIN)) {
            return PacketKind.FIN;
        }
        return segment.payloadBytes() > 0 ? PacketKind.DATA : PacketKind.ACK;
    }

    /** Bytes of headers that no checksum of what is carried covers. */
    int headerBytes() {
        return view.payloadOffset() - bytes.position();
    }

    /** What TCP or UDP carry for programs in this packet; of a datagram in fragments each counts what it has. */
    int payloadBytes() {
        return switch (carries) {
            case TCP -> view.tcp().payloadBytes();
            case UDP -> head == null ? view.udp().payloadPresent() : head.bytes();
            case OTHER -> continuesForProgram() ? view.payloadBytes() : 0;
            case ICMP, NOTHING -> 0;
        };
    }

    /** Whether it is a later fragment of what goes to a program. */
    private boolean continuesForProgram() {
        int protocol = view.protocol();
        return view.fragmentOffset() > 0 && (protocol == IpProtocol.UDP || protocol == IpProtocol.TCP);
    }

    /** The port it comes from, or {@link #NO_PORT}. */
    int sourcePort() {
        return switch (carries) {
            case TCP -> view.tcp().sourcePort();
            case UDP -> view.udp().sourcePort();
            case ICMP, OTHER, NOTHING -> NO_PORT;
        };
    }

    /** The port it goes to, or {@link #NO_PORT}. */
    int destinationPort() {
        return switch (carries) {
            case TCP -> view.tcp().destinationPort();
            case UDP -> view.udp().destinationPort();
            case ICMP, OTHER, NOTHING -> NO_PORT;
        };
    }

    /** Whether it is an ICMP error that quotes the packet it is about: one that goes the other way. */
    boolean quotes() {
        return quotes;
    }

    /** The packet it quotes. */
    PacketView quoted() {
        return quoted;
    }

    boolean answersEcho() {
        int reply = view.version() == 4 ? ICMP_ECHO_REPLY : ICMPV6_ECHO_REPLY;
        return carries == Carries.ICMP && view.icmp().type() == reply;
    }

    /** Eight bytes of both addresses, the source's first: all with 0 for IPv4, with 0 to 3 for IPv6. */
    long addresses(int eighth) {
        return bytes.getLong(view.addressesOffset() + eighth * Long.BYTES);
    }

    /**
     * Turns the packet round: its source becomes its destination. No checksum changes by it, since all of them sum the same
     * words. An ICMP error quotes a packet that was turned round; that is turned back, so that its sender knows it again.
     */
    void swapAddresses() {
        swap(view);
        if (quotes) {
            swap(quoted);
        }
    }

    private void swap(PacketView packet) {
        int at = packet.addressesOffset();
        if (packet.version() == 4) {
            int source = bytes.getInt(at);
            bytes.putInt(at, bytes.getInt(at + 4)).putInt(at + 4, source);
        } else {
            long high = bytes.getLong(at);
            long low = bytes.getLong(at + 8);
            bytes.putLong(at, bytes.getLong(at + 16)).putLong(at + 8, bytes.getLong(at + 24));
            bytes.putLong(at + 16, high).putLong(at + 24, low);
        }
    }
}
