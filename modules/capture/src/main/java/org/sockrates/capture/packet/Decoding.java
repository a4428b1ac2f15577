package org.sockrates.capture.packet;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.sockrates.capture.packet.IcmpMessage.Quoted;
import org.sockrates.capture.packet.PacketView.Carries;

/** Makes values of what a view sees. */
final class Decoding {
    private static final Flow NOWHERE = new Flow(new InetSocketAddress(0), new InetSocketAddress(0));

    private final PacketView view = new PacketView();
    private final ByteBuffer bytes;

    private Decoding(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static Decoded of(Packet packet) {
        Decoding decoding = new Decoding(packet.bytes());
        packet.view(decoding.view);
        return decoding.decoded(packet.originalBytes());
    }

    private Decoded decoded(int originalBytes) {
        return switch (view.carries()) {
            case TCP -> segment(view.tcp());
            case UDP -> datagram(view.udp());
            case ICMP -> icmp(view.icmp());
            case OTHER -> new OtherPacket(flow(), view.protocol(), part(), view.totalBytes());
            case NOTHING -> new OtherPacket(NOWHERE, -1, Optional.empty(), originalBytes);
        };
    }

    private Datagram datagram(UdpView udp) {
        int there = view.moreFragments() ? udp.payloadBytes() : udp.payloadPresent();
        return new Datagram(flow(), there, part(), view.totalBytes(), udp.payloadBytes());
    }

    private Optional<Fragment> part() {
        boolean cut = view.moreFragments() || view.fragmentOffset() > 0;
        return cut
                ? Optional.of(new Fragment(
                        view.identification(),
                        view.fragmentOffset(),
                        view.headersOfFragment(),
                        view.payloadBytes(),
                        view.moreFragments()))
                : Optional.empty();
    }

    private Segment segment(TcpView tcp) {
        return new Segment(
                flow(),
                tcp.flags(),
                tcp.sequence(),
                tcp.acknowledgment(),
                tcp.window(),
                tcp.urgentPointer(),
                tcp.payloadBytes(),
                view.totalBytes(),
                TcpOptions.of(tcp),
                part());
    }

    private IcmpMessage icmp(IcmpView icmp) {
        Decoding quoted = new Decoding(bytes);
        // A quotation is cut short; its header still claims the whole length.
        quoted.view.wrap(bytes, icmp.bodyOffset(), icmp.bodyCaptured(), Integer.MAX_VALUE);
        boolean quotes = view.isError() && quoted.view.carries() != Carries.NOTHING;
        return new IcmpMessage(
                flow(),
                view.version(),
                icmp.type(),
                icmp.code(),
                icmp.word(),
                quotes ? Optional.of(new Quoted(quoted.flow(), quoted.view.protocol())) : Optional.empty(),
                icmp.messageBytes(),
                view.totalBytes());
    }

    private Flow flow() {
        int sourcePort = 0;
        int destinationPort = 0;
        int ports = view.payloadOffset();
        int protocol = view.protocol();
        boolean hasPorts = (protocol == IpProtocol.TCP || protocol == IpProtocol.UDP) && view.fragmentOffset() == 0;
        // The ports are enough: an ICMP error may quote no more than 8 bytes of what was carried.
        if (hasPorts && view.payloadCaptured() >= 4) {
            sourcePort = Octets.u16(bytes, ports);
            destinationPort = Octets.u16(bytes, ports + 2);
        }
        int at = view.addressesOffset();
        return new Flow(
                new InetSocketAddress(address(at), sourcePort),
                new InetSocketAddress(address(at + view.addressBytes()), destinationPort));
    }

    private InetAddress address(int at) {
        byte[] address = new byte[view.addressBytes()];
        for (int i = 0; i < address.length; i++) {
            address[i] = bytes.get(at + i);
        }
        try {
            // An IPv6 address stays one, also where it wraps an IPv4 address.
            return address.length == 16
                    ? Inet6Address.getByAddress(null, address, -1)
                    : InetAddress.getByAddress(address);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address of " + address.length + " bytes", impossible);
        }
    }
}
