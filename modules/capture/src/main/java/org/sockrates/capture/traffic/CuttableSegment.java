package org.sockrates.capture.traffic;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.PacketView;
import org.sockrates.capture.packet.PacketView.Carries;
import org.sockrates.capture.packet.TcpFlags;

/** A TCP segment with data, and what of it the other end saw too, perhaps in other pieces. */
final class CuttableSegment {
    private static final int MOST_HEADERS = 200;
    private static final int LENGTH_OF_FOUR = 2;
    private static final int IDENTIFICATION = 4;
    private static final int LENGTH_OF_SIX = 4;
    private static final int HEADER_OF_SIX = 40;
    private static final int SEQUENCE = 4;
    private static final int FLAGS = 13;

    private final Packet packet;
    private final int tcp;
    private final long sequence;
    private final int flags;
    private final int length;
    private final ByteBuffer data;
    private final ByteBuffer headers;
    private final NavigableSet<Integer> cuts = new TreeSet<>();
    private final NavigableMap<Integer, Origin> origins = new TreeMap<>();

    /** Some of its bytes, up to {@code to}, are those of another segment, which has them so much further behind. */
    private record Origin(CuttableSegment segment, int further, int to) {
        /** Where that one is cut, as places in the one that has its bytes from {@code from} on. */
        List<Integer> cuts(int from) {
            return segment.cuts.subSet(from + further, true, to + further, true).stream()
                    .map(cut -> cut - further)
                    .toList();
        }
    }

    /** One that {@link #is} one. */
    CuttableSegment(Packet packet, Likeness likeness) {
        this.packet = packet;
        PacketView view = new PacketView();
        packet.view(view);
        ByteBuffer whole = packet.bytes();
        tcp = view.payloadOffset() - whole.position();
        sequence = view.tcp().sequence();
        flags = view.tcp().flags();
        length = view.tcp().payloadBytes();
        data = whole.slice(view.tcp().payloadOffset(), view.tcp().payloadCaptured());
        headers = headers(likeness, tcp + view.tcp().headerBytes());
    }

    /**
     * Whether all its headers are there, not too many to be had by each piece, and data behind them that a pointer need not
     * lead to; and no link of ours says anything of it, as that cuts nothing.
     */
    static boolean is(Packet packet, PacketView view) {
        return Told.of(packet).isEmpty()
                && packet.view(view) == Carries.TCP
                && !view.moreFragments()
                && !view.tcp().has(TcpFlags.SYN)
                && !view.tcp().has(TcpFlags.URG)
                && view.tcp().payloadOffset() - packet.bytes().position() <= MOST_HEADERS
                && view.tcp().payloadBytes() > 0
                && view.payloadCaptured() >= view.tcp().headerBytes();
    }

    private ByteBuffer headers(Likeness likeness, int bytes) {
        ByteBuffer same = ByteBuffer.allocate(bytes);
        ByteBuffer head = likeness.head().bytes();
        int rest = bytes - head.capacity();
        same.put(0, head, 0, head.capacity())
                .put(head.capacity(), likeness.rest().bytes(), 0, rest);
        if (isFour(same)) {
            same.putShort(IDENTIFICATION, (short) 0);
        }
        int at = lengthPlace(same);
        if (same.getShort(at) == lengthField(same, bytes + length)) {
            same.putShort(at, (short) 0); // else it lies
        }
        return same.putInt(tcp + SEQUENCE, 0)
                .put(tcp + FLAGS, (byte) (flags & ~(TcpFlags.CWR | TcpFlags.FIN | TcpFlags.PSH)));
    }

    Packet packet() {
        return packet;
    }

    /**
     * What all pieces have in common that a card cuts a segment into, or joins: its headers, but for its length, its numbers
     * and the flags of the first and the last, and with 0 for what is no part of a {@link Likeness}.
     */
    ByteBuffer headers() {
        return headers;
    }

    /** The number of its first byte, 0 to 2^32 - 1. */
    long sequence() {
        return sequence;
    }

    /** How many bytes it carried on the link. */
    int length() {
        return length;
    }

    /** Whether some bytes of it, as far as they were kept, are another's. */
    boolean has(int from, CuttableSegment other, int otherFrom, int bytes) {
        ByteBuffer mine = kept(from, bytes);
        ByteBuffer others = other.kept(otherFrom, bytes);
        int both = Math.min(mine.remaining(), others.remaining());
        return mine.limit(both).equals(others.limit(both));
    }

    /**
     * Some of its bytes are those that left in another segment: both are cut there, and wherever that one is cut.
     *
     * @param leftFrom the first of them in the other, from 0
     * @param from the first of them in this one
     */
    void comesFrom(CuttableSegment left, int leftFrom, int from, int bytes) {
        left.cuts.add(leftFrom);
        left.cuts.add(leftFrom + bytes);
        origins.put(from, new Origin(left, leftFrom - from, from + bytes));
    }

    /** Its pieces, with what is between them, once it is known where all segments are cut. */
    List<Packet> pieces() {
        NavigableSet<Integer> ends = new TreeSet<>(cuts);
        ends.add(length);
        origins.forEach((from, origin) -> origin.cuts(from).forEach(ends::add));
        List<Packet> pieces = new ArrayList<>();
        int from = 0;
        for (int to : ends.tailSet(0, false)) {
            pieces.add(piece(from, to));
            from = to;
        }
        return pieces;
    }

    private Packet piece(int from, int to) {
        Map.@Nullable Entry<Integer, Origin> found = origins.floorEntry(from);
        boolean own = found == null || found.getValue().to() <= from;
        Origin origin = own ? new Origin(this, 0, length) : found.getValue();
        return new Packet(
                packet.timeNanos(),
                origin.segment().bytes(from + origin.further(), to + origin.further()),
                headers.capacity() + to - from,
                packet.interfaceNumber(),
                packet.comment(),
                packet.number());
    }

    /** As a network card cuts it: each with all options and the same ACK, what is behind all data with the last only. */
    private ByteBuffer bytes(int from, int to) {
        ByteBuffer kept = kept(from, to - from);
        int begin = headers.capacity();
        int total = begin + to - from;
        ByteBuffer piece = ByteBuffer.allocate(begin + kept.remaining());
        piece.put(0, headers, 0, begin).put(begin, kept, 0, kept.remaining());
        piece.putShort(lengthPlace(piece), lengthField(piece, total));
        int gone = (from > 0 ? TcpFlags.CWR : 0) | (to < length ? TcpFlags.FIN | TcpFlags.PSH : 0);
        return piece.putInt(tcp + SEQUENCE, (int) (sequence + from)).put(tcp + FLAGS, (byte) (flags & ~gone));
    }

    private static boolean isFour(ByteBuffer headers) {
        return headers.get(0) >> 4 == 4;
    }

    private static int lengthPlace(ByteBuffer headers) {
        return isFour(headers) ? LENGTH_OF_FOUR : LENGTH_OF_SIX;
    }

    /** As it is written: 0 for more than the field holds, as of packets that no card has cut yet. */
    private static short lengthField(ByteBuffer headers, int total) {
        int counted = isFour(headers) ? total : total - HEADER_OF_SIX;
        return (short) (counted > 0xffff ? 0 : counted);
    }

    private ByteBuffer kept(int from, int bytes) {
        int begin = Math.min(from, data.capacity());
        int end = Math.min(from + bytes, data.capacity());
        return data.slice(begin, end - begin);
    }
}
