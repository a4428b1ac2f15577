package org.sockrates.capture.packet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Packets made by hand, with good checksums, of either family. */
public final class Crafted {
    private static final String LETTERS = "FSRP.UEWe";

    private final byte[] source;
    private final byte[] destination;
    private final int sourcePort;
    private final int destinationPort;
    private final List<byte[]> options = new ArrayList<>();
    private long sequence;
    private long acknowledgment;
    private int flags;
    private int window = 512;
    private int payloadBytes;

    private Crafted(String source, int sourcePort, String destination, int destinationPort) {
        this.source = address(source);
        this.destination = address(destination);
        this.sourcePort = sourcePort;
        this.destinationPort = destinationPort;
    }

    public static Crafted from(String source, int sourcePort, String destination, int destinationPort) {
        return new Crafted(source, sourcePort, destination, destinationPort);
    }

    public Crafted sequence(long number) {
        sequence = number;
        return this;
    }

    public Crafted acknowledgment(long number) {
        acknowledgment = number;
        return this;
    }

    /** As tcpdump writes them: {@code S.}. */
    public Crafted flags(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            flags |= 1 << LETTERS.indexOf(letters.charAt(i));
        }
        return this;
    }

    /** See {@link TcpFlags}. */
    public Crafted flags(int bits) {
        flags |= bits;
        return this;
    }

    public Crafted window(int unscaled) {
        window = unscaled;
        return this;
    }

    public Crafted payload(int bytes) {
        payloadBytes = bytes;
        return this;
    }

    public Crafted mss(int bytes) {
        return option(2, 4, bytes, 2);
    }

    public Crafted windowScale(int bits) {
        return option(3, 3, bits, 1);
    }

    public Crafted sackPermitted() {
        return option(4, 2, 0, 0);
    }

    public Crafted timestamps(long value, long echo) {
        return option(8, 10, (value << 32) | echo, 8);
    }

    /** Lefts and rights in turn. */
    public Crafted sack(long... edges) {
        ByteBuffer option = ByteBuffer.allocate(2 + 4 * edges.length);
        option.put((byte) 5).put((byte) option.capacity());
        for (long edge : edges) {
            option.putInt((int) edge);
        }
        options.add(option.array());
        return this;
    }

    public Crafted option(byte... raw) {
        options.add(raw);
        return this;
    }

    private Crafted option(int kind, int length, long value, int valueBytes) {
        byte[] option = new byte[length];
        option[0] = (byte) kind;
        option[1] = (byte) length;
        for (int i = 0; i < valueBytes; i++) {
            option[2 + i] = (byte) (value >> (8 * (valueBytes - 1 - i)));
        }
        options.add(option);
        return this;
    }

    public ByteBuffer tcp() {
        int optionBytes = (options.stream().mapToInt(each -> each.length).sum() + 3) & ~3;
        ByteBuffer bytes = ip(IpProtocol.TCP, 20 + optionBytes + payloadBytes);
        bytes.putShort((short) sourcePort).putShort((short) destinationPort);
        bytes.putInt((int) sequence).putInt((int) acknowledgment);
        bytes.putShort((short) ((20 + optionBytes) << 10 | flags));
        bytes.putShort((short) window).putInt(0);
        int end = bytes.position() + optionBytes;
        options.forEach(bytes::put);
        return finished(bytes.position(end));
    }

    /** The same, read. */
    public Segment segment() {
        return (Segment) decoded(tcp());
    }

    /** What a packet says that is here whole. */
    public static Decoded decoded(ByteBuffer packet) {
        return Decoded.of(Packet.whole(0, packet, 0));
    }

    /** The datagram of {@link #udp()}, read. */
    public Decoded datagram() {
        return decoded(udp());
    }

    public ByteBuffer udp() {
        ByteBuffer bytes = ip(IpProtocol.UDP, 8 + payloadBytes);
        bytes.putShort((short) sourcePort).putShort((short) destinationPort);
        return finished(bytes.putShort((short) (8 + payloadBytes)).putShort((short) 0));
    }

    public ByteBuffer icmp(int type, int code, byte[] body) {
        payloadBytes = 0;
        ByteBuffer bytes = ip(source.length == 4 ? IpProtocol.ICMP : IpProtocol.ICMPV6, 8 + body.length);
        return finished(bytes.put((byte) type)
                .put((byte) code)
                .putShort((short) 0)
                .putInt(0)
                .put(body));
    }

    private ByteBuffer ip(int protocol, int carried) {
        if (source.length == 4) {
            ByteBuffer bytes = ByteBuffer.allocate(20 + carried);
            bytes.put((byte) 0x45).put((byte) 0).putShort((short) (20 + carried));
            bytes.putInt(0x4000).put((byte) 64).put((byte) protocol).putShort((short) 0);
            return bytes.put(source).put(destination);
        }
        ByteBuffer bytes = ByteBuffer.allocate(40 + carried);
        bytes.putInt(0x6000_0000).putShort((short) carried).put((byte) protocol).put((byte) 64);
        return bytes.put(source).put(destination);
    }

    private ByteBuffer finished(ByteBuffer bytes) {
        for (int i = 0; i < payloadBytes; i++) {
            bytes.put((byte) ('a' + i % 26));
        }
        bytes.clear();
        Checksum.fill(new PacketView(), bytes, 0, bytes.limit());
        return bytes;
    }

    private static byte[] address(String text) {
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
