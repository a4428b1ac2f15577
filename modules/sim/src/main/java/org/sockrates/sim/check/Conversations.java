package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.sockrates.transport.rdt.Connection;
import org.sockrates.transport.rdt.Conversation;
import org.sockrates.transport.rdt.ConversationSettings;
import org.sockrates.transport.rdt.Line;

/** Those that are shipped. */
record Conversations() implements Exchange {
    @Override
    public Connection end(ConversationSettings settings, Line line) {
        return new Conversation(settings, line);
    }

    @Override
    public boolean opens(ByteBuffer packet) {
        return Conversation.opens(packet);
    }

    @Override
    public Optional<ByteBuffer> refusal(ByteBuffer packet) {
        return Conversation.refusal(packet);
    }
}
