package org.sockrates.wire;

import java.nio.ByteBuffer;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.PacketView;
import org.sockrates.capture.packet.TcpFlags;

/** IP packets made by hand, with good checksums, as the kernel hands them to a wire: from 10.77.0.1 to 10.77.0.2. */
final class Crafted {
    static final int SYN = TcpFlags.SYN;
    static final int ACK = TcpFlags.ACK;
    static final int FIN = TcpFlags.FIN;
    static final int RST = TcpFlags.RST;

    private final boolean six;

    private Crafted(boolean six) {
        this.six = six;
    }

    static Crafted four() {
        return new Crafted(false);
    }

    static Crafted six() {
        return new Crafted(true);
    }

    private org.sockrates.capture.packet.Crafted packet(int from, int to) {
        return packet(from, six ? "fd00:77::2" : "10.77.0.2", to);
    }

    private org.sockrates.capture.packet.Crafted packet(int from, String host, int to) {
        return org.sockrates.capture.packet.Crafted.from(six ? "fd00:77::1" : "10.77.0.1", from, host, to);
    }

    ByteBuffer segment(int from, int to, int flags, int sequence, int payloadBytes) {
        return packet(from, to)
                .flags(flags)
                .sequence(sequence)
                .payload(payloadBytes)
                .tcp();
    }

    ByteBuffer datagram(int from, int to, int payloadBytes) {
        return packet(from, to).payload(payloadBytes).udp();
    }

    /** "Nobody listens at the port": quotes a packet that was turned round. */
    ByteBuffer unreachable(ByteBuffer quoted) {
        return unreachable(six ? 4 : 3, quoted);
    }

    /** "It could not be delivered", and by its code why (RFC 792, RFC 4443 §3.1). */
    ByteBuffer unreachable(int code, ByteBuffer quoted) {
        byte[] body = new byte[quoted.remaining()];
        quoted.get(quoted.position(), body);
        return packet(0, 0).icmp(six ? 1 : 3, code, body);
    }

    ByteBuffer echo(boolean reply) {
        int of6 = reply ? 129 : 128;
        int of4 = reply ? 0 : 8;
        return packet(0, 0).icmp(six ? of6 : of4, 0, new byte[8]);
    }

    /** A part of a datagram over IPv4. */
    static ByteBuffer fragment(int from, int to, int identification, int offset, boolean more) {
        ByteBuffer packet = four().datagram(from, to, 56);
        packet.putShort(4, (short) identification).putShort(6, (short) ((more ? 0x2000 : 0) | offset / 8));
        packet.putShort(24, (short) 200); // how long the datagram is, in its first part
        Checksum.fill(new PacketView(), packet, 0, packet.remaining());
        return packet;
    }

    /** A part of a datagram over IPv6, with a header of options behind that of the fragment: it is parted with the payload. */
    static ByteBuffer fragmentBehindOptions(int from, int to, int identification, int offset, boolean more) {
        ByteBuffer whole = six().datagram(from, to, 48);
        ByteBuffer packet = ByteBuffer.allocate(whole.remaining() + 16).put(0, whole, 0, 40);
        packet.putShort(4, (short) (packet.remaining() - 40)).put(6, (byte) 44);
        packet.put(40, (byte) 60)
                .putShort(42, (short) (offset | (more ? 1 : 0)))
                .putInt(44, identification);
        packet.put(48, (byte) 17).put(50, (byte) 1).put(51, (byte) 4); // PadN, 6 bytes in all
        return packet.put(56, whole, 40, whole.remaining() - 40);
    }

    /** To a group, as the kernel announces that it listens to one. */
    ByteBuffer toGroup() {
        return packet(0, six ? "ff02::16" : "224.0.0.22", 0).udp();
    }

    /** To all hosts of the wire's network. */
    static ByteBuffer toAll() {
        return four().packet(0, "10.77.0.255", 0).udp();
    }

    /** What a receiver makes of a packet's checksums. */
    static Checksum.Verdict verify(ByteBuffer packet) {
        return Packet.whole(0, packet, 0).verdict();
    }
}
