package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.PacketHead.Kind;

/** Reads what packets say of themselves, for whoever stands between two ends. Believes no packet with a wrong checksum. */
public final class PacketHeads {
    private PacketHeads() {}

    /** Of a bare protocol's packet, with its numbers as they are. */
    public static Optional<PacketHead> ofProtocol(Protocol protocol, ByteBuffer datagram) {
        Packet packet = new Packet();
        return packet.wrap(datagram) ? Optional.of(head(protocol, packet, kind(packet), 0, 0)) : Optional.empty();
    }

    /** Of a {@link Conversation}'s packet: its first number is its connection's, and counts as 0. */
    public static Optional<PacketHead> ofConversation(Protocol protocol, ByteBuffer datagram) {
        Packet packet = new Packet();
        if (!packet.wrap(datagram)) {
            return Optional.empty();
        }
        Kind kind = kind(packet);
        boolean says = kind == Kind.DATA && packet.payload().hasRemaining();
        byte said = says ? packet.payload().get(0) : Conversation.DATA;
        Kind meant = said == Conversation.OPEN ? Kind.OPEN : said == Conversation.END ? Kind.END : kind;
        int carried = packet.payload().remaining();
        int own = meant == Kind.DATA ? Math.min(1, carried) : carried;
        return Optional.of(head(protocol, packet, meant, packet.connection(), own));
    }

    /** @param own bytes of the payload that are not a program's */
    private static PacketHead head(Protocol protocol, Packet packet, Kind kind, int first, int own) {
        boolean alone = protocol == Protocol.SELECTIVE_REPEAT;
        int bytes = packet.payload().remaining() - own;
        return new PacketHead(kind, packet.number() - first, packet.next() - first, alone, packet.window(), bytes);
    }

    private static Kind kind(Packet packet) {
        return switch (packet.type()) {
            case DATA -> Kind.DATA;
            case ACK -> Kind.ACK;
            case RESET -> Kind.RESET;
        };
    }
}
