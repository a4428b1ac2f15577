package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.sockrates.transport.rdt.Connection;
import org.sockrates.transport.rdt.ConversationSettings;
import org.sockrates.transport.rdt.Line;

/** Where connections come from, and what answers for those that are not there. */
interface Exchange {
    /** One end of a connection. */
    Connection end(ConversationSettings settings, Line line);

    /** Whether a packet asks who listens for a connection. */
    boolean opens(ByteBuffer packet);

    /** What is answered to a packet of no connection; empty for silence. */
    Optional<ByteBuffer> refusal(ByteBuffer packet);
}
