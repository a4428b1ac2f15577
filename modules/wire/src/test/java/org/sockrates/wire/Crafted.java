package org.sockrates.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.capture.packet.IpProtocol;
import org.sockrates.capture.packet.PacketView;
import org.sockrates.capture.packet.TcpFlags;

/** IP packets made by hand, with good checksums, as the kernel hands them to a wire: from 10.77.0.1 to 10.77.0.2. */
final class Crafted {
    static final int SYN = TcpFlags.SYN;
    static final int ACK = TcpFlags.ACK;
    static final int FIN = TcpFlags.FIN;
    static final int RST = TcpFlags.RST;

    private static final int SIX = 40;
    private static final int FOUR = 20;

    private final int version;

    private Crafted(int version) {
        this.version = version;
    }

    static Crafted four() {
        return new Crafted(4);
    }

    static Crafted six() {
        return new Crafted(6);
    }

    ByteBuffer segment(int from, int to, int flags, int sequence, int payloadBytes) {
        ByteBuffer packet = packet(IpProtocol.TCP, 20 + payloadBytes);
        int at = packet.position();
        packet.putShort(at, (short) from).putShort(at + 2, (short) to).putInt(at + 4, sequence);
        packet.put(at + 12, (byte) 0x50).put(at + 13, (byte) flags).putShort(at + 14, (short) 1000);
        return filled(packet);
    }

    ByteBuffer datagram(int from, int to, int payloadBytes) {
        ByteBuffer packet = packet(IpProtocol.UDP, 8 + payloadBytes);
        int at = packet.position();
        packet.putShort(at, (short) from).putShort(at + 2, (short) to).putShort(at + 4, (short) (8 + payloadBytes));
        return filled(packet);
    }

    /** "Nobody listens at the port": quotes a packet that was turned round. */
    ByteBuffer unreachable(ByteBuffer quoted) {
        return unreachable(version == 4 ? 3 : 4, quoted);
    }

    /** "It could not be delivered", and by its code why (RFC 792, RFC 4443 §3.1). */
    ByteBuffer unreachable(int code, ByteBuffer quoted) {
        ByteBuffer packet = packet(version == 4 ? IpProtocol.ICMP : IpProtocol.ICMPV6, 8 + quoted.remaining());
        int at = packet.position();
        packet.put(at, (byte) (version == 4 ? 3 : 1)).put(at + 1, (byte) code);
        packet.put(at + 8, quoted, quoted.position(), quoted.remaining());
        return filled(packet);
    }

    ByteBuffer echo(boolean reply) {
        ByteBuffer packet = packet(version == 4 ? IpProtocol.ICMP : IpProtocol.ICMPV6, 16);
        int six = reply ? 129 : 128;
        int four = reply ? 0 : 8;
        packet.put(packet.position(), (byte) (version == 4 ? four : six));
        return filled(packet);
    }

    /** A part of a datagram over IPv4. */
    static ByteBuffer fragment(int from, int to, int identification, int offset, boolean more) {
        ByteBuffer packet = four().packet(IpProtocol.UDP, 64);
        packet.putShort(4, (short) identification).putShort(6, (short) ((more ? 0x2000 : 0) | offset / 8));
        if (offset == 0) {
            int at = packet.position();
            packet.putShort(at, (short) from).putShort(at + 2, (short) to).putShort(at + 4, (short) 200);
        }
        return filled(packet);
    }

    /** To a group, as the kernel announces that it listens to one. */
    ByteBuffer toGroup() {
        ByteBuffer packet = packet(IpProtocol.UDP, 8);
        packet.put(version == 4 ? 16 : 24, (byte) (version == 4 ? 224 : 0xff));
        return filled(packet);
    }

    /** To all hosts of the wire's network. */
    static ByteBuffer toAll() {
        ByteBuffer packet = four().packet(IpProtocol.UDP, 8);
        packet.put(19, (byte) 255);
        return filled(packet);
    }

    private ByteBuffer packet(int protocol, int payloadBytes) {
        int header = version == 4 ? FOUR : SIX;
        ByteBuffer packet = ByteBuffer.allocateDirect(2048);
        if (version == 4) {
            packet.put(0, (byte) 0x45).putShort(2, (short) (header + payloadBytes));
            packet.put(8, (byte) 64).put(9, (byte) protocol);
            packet.put(12, address("10.77.0.1")).put(16, address("10.77.0.2"));
        } else {
            packet.put(0, (byte) 0x60).putShort(4, (short) payloadBytes);
            packet.put(6, (byte) protocol).put(7, (byte) 64);
            packet.put(8, address("fd00:77::1")).put(24, address("fd00:77::2"));
        }
        return packet.limit(header + payloadBytes).position(header);
    }

    private static byte[] address(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException neverForLiterals) {
            throw new AssertionError(neverForLiterals);
        }
    }

    private static ByteBuffer filled(ByteBuffer packet) {
        packet.position(0);
        Checksum.fill(new PacketView(), packet, 0, packet.remaining());
        return packet;
    }

    /** What a receiver makes of a packet's checksums. */
    static Checksum.Verdict verify(ByteBuffer packet) {
        return Checksum.verify(new PacketView(), packet, packet.position(), packet.remaining());
    }
}
