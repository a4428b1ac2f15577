package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * What goes over the line: 20 bytes of header, most significant byte first, and a payload. Points at one packet after
 * another; allocates nothing. The format is written down for those who build a peer in {@code docs/rdt.md}.
 *
 * <pre>
 *  0        1        2        3
 * +--------+--------+--------+--------+
 * | version| type   | window          |    version 1; type 1 data, 2 acknowledgement, 3 reset; window in messages
 * +--------+--------+--------+--------+
 * | connection                        |
 * +-----------------------------------+
 * | number                            |    of the data; of the data that is acknowledged
 * +-----------------------------------+
 * | next                              |    every number before it has arrived, in an acknowledgement
 * +-----------------------------------+
 * | checksum                          |    CRC-32 (IEEE 802.3) over the packet with these four bytes zero
 * +-----------------------------------+
 * </pre>
 */
public final class Packet {
    public static final int HEADER_BYTES = 20;
    /** So that a packet with IP's and UDP's headers is no longer than a path of 1,500 bytes takes. */
    public static final int MOST_PAYLOAD_BYTES = 1_400;

    /** What a packet is for. */
    public enum Type {
        DATA(1),
        ACK(2),
        /** The writer has no such connection, or gives it up (RFC 9293 §3.5.3 has the same for TCP). */
        RESET(3);

        private final byte code;

        Type(int code) {
            this.code = (byte) code;
        }
    }

    private static final byte VERSION = 1;
    private static final int TYPE_AT = 1;
    private static final int WINDOW_AT = 2;
    private static final int CONNECTION_AT = 4;
    private static final int NUMBER_AT = 8;
    private static final int NEXT_AT = 12;
    private static final int CHECKSUM_AT = 16;
    private static final int MOST_WINDOW = 0xffff;

    private final CRC32 crc = new CRC32();
    private final ByteBuffer noChecksum = ByteBuffer.allocate(Integer.BYTES);
    private ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES);
    private int at;

    /**
     * Points it at the packet between position and limit.
     *
     * @return whether it is one, and whole: of this version, of a known type, and with the right checksum
     */
    public boolean wrap(ByteBuffer packet) {
        bytes = packet;
        at = packet.position();
        return packet.remaining() >= HEADER_BYTES
                && packet.remaining() <= HEADER_BYTES + MOST_PAYLOAD_BYTES
                && packet.get(at) == VERSION
                && packet.get(at + TYPE_AT) >= Type.DATA.code
                && packet.get(at + TYPE_AT) <= Type.RESET.code
                && packet.getInt(at + CHECKSUM_AT) == checksum(packet);
    }

    /** Whether a packet between position and limit says it is of this type: for counting, since it may be a broken one. */
    public static boolean claims(ByteBuffer packet, Type type) {
        return packet.remaining() >= HEADER_BYTES
                && packet.get(packet.position()) == VERSION
                && packet.get(packet.position() + TYPE_AT) == type.code;
    }

    /**
     * Writes a packet from the buffer's beginning on and flips it.
     *
     * @param window what the writer's program can take, 0 to 65,535; more is written as that
     * @param payload its remaining bytes; not even its position moves meanwhile; empty for an acknowledgement
     */
    public void write(
            ByteBuffer into, Type type, int connection, int number, int next, int window, ByteBuffer payload) {
        into.clear();
        into.put(VERSION).put(type.code);
        into.putShort((short) Math.min(window, MOST_WINDOW));
        into.putInt(connection).putInt(number).putInt(next).putInt(0);
        into.put(HEADER_BYTES, payload, payload.position(), payload.remaining());
        into.limit(HEADER_BYTES + payload.remaining()).rewind();
        into.putInt(CHECKSUM_AT, checksum(into));
    }

    private int checksum(ByteBuffer packet) {
        int from = packet.position();
        int to = packet.limit();
        crc.reset();
        crc.update(packet.limit(from + CHECKSUM_AT));
        crc.update(noChecksum.clear());
        packet.limit(to).position(from + HEADER_BYTES);
        crc.update(packet);
        packet.position(from);
        return (int) crc.getValue();
    }

    public Type type() {
        byte code = bytes.get(at + TYPE_AT);
        return code == Type.DATA.code ? Type.DATA : code == Type.ACK.code ? Type.ACK : Type.RESET;
    }

    /** The connection that such a packet says it is of, unproven: whether it is whole, {@link #wrap} tells. */
    static int claimedConnection(ByteBuffer packet) {
        return packet.remaining() < HEADER_BYTES ? 0 : packet.getInt(packet.position() + CONNECTION_AT);
    }

    /** Messages that the program of the end that wrote it can take. */
    public int window() {
        return bytes.getShort(at + WINDOW_AT) & 0xffff;
    }

    public int connection() {
        return bytes.getInt(at + CONNECTION_AT);
    }

    public int number() {
        return bytes.getInt(at + NUMBER_AT);
    }

    public int next() {
        return bytes.getInt(at + NEXT_AT);
    }

    /** Hands what it carries to the program, and makes no garbage. */
    void deliverTo(Outside outside) {
        bytes.position(at + HEADER_BYTES);
        outside.deliver(bytes);
        bytes.position(at);
    }

    /** A view of what it carries. */
    public ByteBuffer payload() {
        return bytes.slice(at + HEADER_BYTES, bytes.limit() - at - HEADER_BYTES);
    }
}
