package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.sockrates.transport.rdt.Connection;
import org.sockrates.transport.rdt.Conversation;
import org.sockrates.transport.rdt.ConversationSettings;
import org.sockrates.transport.rdt.Line;
import org.sockrates.transport.rdt.Packet;

/** Makes {@link CredulousConnection}s. */
record CredulousExchange(ForgedConnectionBug bug) implements Exchange {
    @Override
    public Connection end(ConversationSettings settings, Line line) {
        return new CredulousConnection(bug, settings, line);
    }

    @Override
    public boolean opens(ByteBuffer bytes) {
        Packet packet = new Packet();
        if (bug == ForgedConnectionBug.OPENS_WHATEVER_THE_LENGTH) {
            return packet.wrap(bytes)
                    && packet.type() == Packet.Type.DATA
                    && packet.number() == packet.connection()
                    && packet.payload().hasRemaining()
                    && packet.payload().get(0) == PlantedConnection.OPEN;
        }
        return Conversation.opens(bytes);
    }

    @Override
    public Optional<ByteBuffer> refusal(ByteBuffer bytes) {
        return Conversation.refusal(bytes);
    }
}
