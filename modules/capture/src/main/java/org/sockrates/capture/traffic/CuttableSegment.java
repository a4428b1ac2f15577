package org.sockrates.capture.traffic;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.PacketView;
import org.sockrates.capture.packet.PacketView.Carries;
import org.sockrates.capture.packet.TcpFlags;

/** A TCP segment with data, and what of it the other end saw too, perhaps in other pieces. */
final class CuttableSegment {
    private static final int MOST_HEADERS = 200;
    private static final int LENGTH_OF_FOUR = 2;
    private static final int LENGTH_OF_SIX = 4;
    private static final int HEADER_OF_SIX = 40;
    private static final int SEQUENCE = 4;
    private static final int FLAGS = 13;

    private final Packet packet;
    private final PacketView view = new PacketView();
    private final List<Piece> shared = new ArrayList<>();

    private record Piece(int from, int to, Packet packet) {}

    /** One that {@link #is} one. */
    CuttableSegment(Packet packet) {
        this.packet = packet;
        packet.view(view);
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

    Packet packet() {
        return packet;
    }

    /** The number of its first byte, 0 to 2^32 - 1. */
    long sequence() {
        return view.tcp().sequence();
    }

    /** How many bytes it carried on the link. */
    int length() {
        return view.tcp().payloadBytes();
    }

    /**
     * Some of its bytes arrived, if they are the same there as far as they were kept: both have a piece of just these from now
     * on, the one that was sent.
     *
     * @param from the first of them in this segment, from 0
     * @param there the first of them in the one that arrived
     */
    void arrives(int from, CuttableSegment arrived, int there, int length) {
        ByteBuffer left = kept(from, length);
        ByteBuffer came = arrived.kept(there, length);
        int both = Math.min(left.remaining(), came.remaining());
        if (left.limit(both).equals(came.limit(both))) {
            Packet piece = piece(from, from + length);
            shared.add(new Piece(from, from + length, piece));
            arrived.shared.add(new Piece(there, there + length, arrived.having(piece.bytes(), piece.originalBytes())));
        }
    }

    /** It, where the other end saw nothing of it; else its pieces, with what is between them. */
    List<Packet> pieces() {
        List<Packet> pieces = new ArrayList<>();
        int at = 0;
        shared.sort(Comparator.comparingInt(Piece::from));
        for (Piece each : shared) {
            if (at < each.from()) {
                pieces.add(piece(at, each.from()));
            }
            pieces.add(each.packet());
            at = each.to();
        }
        if (at < length()) {
            pieces.add(piece(at, length()));
        }
        return pieces;
    }

    /** As a network card cuts it: each with all options and the same ACK, what is behind all data with the last only. */
    private Packet piece(int from, int to) {
        if (to - from == length()) {
            return packet;
        }
        ByteBuffer whole = packet.bytes();
        int tcp = view.payloadOffset() - whole.position();
        int headers = tcp + view.tcp().headerBytes();
        ByteBuffer data = kept(from, to - from);
        ByteBuffer piece = ByteBuffer.allocate(headers + data.remaining());
        piece.put(0, whole, whole.position(), headers).put(headers, data, 0, data.remaining());
        int bytes = headers + to - from;
        if (view.version() == 4) {
            piece.putShort(LENGTH_OF_FOUR, field(bytes));
        } else {
            piece.putShort(LENGTH_OF_SIX, field(bytes - HEADER_OF_SIX));
        }
        piece.putInt(tcp + SEQUENCE, (int) (sequence() + from));
        int gone = (from > 0 ? TcpFlags.CWR : 0) | (to < length() ? TcpFlags.FIN | TcpFlags.PSH : 0);
        piece.put(tcp + FLAGS, (byte) (view.tcp().flags() & ~gone));
        return having(piece, bytes);
    }

    /** As it is written: 0 for more than the field holds, as of packets that no card has cut yet. */
    private static short field(int length) {
        return (short) (length > 0xffff ? 0 : length);
    }

    private Packet having(ByteBuffer bytes, int originalBytes) {
        return new Packet(
                packet.timeNanos(), bytes, originalBytes, packet.interfaceNumber(), packet.comment(), packet.number());
    }

    private ByteBuffer kept(int from, int length) {
        int begin = Math.min(from, view.tcp().payloadCaptured());
        int end = Math.min(from + length, view.tcp().payloadCaptured());
        return packet.bytes().slice(view.tcp().payloadOffset() + begin, end - begin);
    }
}
