package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.rdt.Connection;
import org.sockrates.transport.rdt.Conversation;
import org.sockrates.transport.rdt.ConversationSettings;
import org.sockrates.transport.rdt.Line;
import org.sockrates.transport.rdt.Packet;

/** Makes {@link PlantedConnection}s, and answers for those that are not there: with one mistake. */
record PlantedExchange(@Nullable ConnectionBug bug) implements Exchange {
    @Override
    public Connection end(ConversationSettings settings, Line line) {
        return new PlantedConnection(bug, settings, line);
    }

    @Override
    public boolean opens(ByteBuffer bytes) {
        Packet packet = new Packet();
        boolean whole = packet.wrap(bytes);
        if (bug == ConnectionBug.MAKES_A_CONNECTION_OF_ANY_DATA) {
            return whole && packet.type() == Packet.Type.DATA;
        }
        if (bug == ConnectionBug.MAKES_A_CONNECTION_WITHOUT_A_CHECKSUM) {
            int word = bytes.position() + Packet.HEADER_BYTES;
            return bytes.limit() > word && bytes.get(word) == PlantedConnection.OPEN;
        }
        return Conversation.opens(bytes);
    }

    @Override
    public Optional<ByteBuffer> refusal(ByteBuffer bytes) {
        if (bug == ConnectionBug.SAYS_NOTHING_WHERE_NOBODY_IS) {
            return Optional.empty();
        }
        Packet packet = new Packet();
        if (bug == ConnectionBug.ANSWERS_A_RESET && packet.wrap(bytes) && packet.type() == Packet.Type.RESET) {
            return Optional.of(bytes);
        }
        return Conversation.refusal(bytes);
    }
}
