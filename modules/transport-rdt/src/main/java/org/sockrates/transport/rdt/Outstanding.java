package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;

/** A packet that was sent and is not acknowledged: it is kept whole, to be sent again. */
final class Outstanding {
    /** Made with the place in the window, which is when it is first needed. */
    final ByteBuffer packet = ByteBuffer.allocate(Packet.HEADER_BYTES + Packet.MOST_PAYLOAD_BYTES);

    int number;
    long firstSentNanos;
    /** The last time it was sent. */
    long sentNanos;

    long dueNanos;
    boolean sentAgain;
    boolean acknowledged;
}
