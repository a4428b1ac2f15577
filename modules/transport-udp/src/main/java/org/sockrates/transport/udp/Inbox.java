package org.sockrates.transport.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

/**
 * Receives every datagram whole, even into a buffer too short for it: Java cuts a datagram silently, so a short buffer is
 * served from a long one and the cut is counted.
 */
final class Inbox {
    private @Nullable ByteBuffer whole;
    private int truncatedBytes;

    /** The sender, or null when no datagram is there. */
    @Nullable
    InetSocketAddress receive(DatagramChannel channel, ByteBuffer into) throws IOException {
        if (into.remaining() >= LargestDatagram.ROOM_BYTES) {
            truncatedBytes = 0;
            return (InetSocketAddress) channel.receive(into);
        }
        ByteBuffer first = whole();
        InetSocketAddress from = (InetSocketAddress) channel.receive(first);
        if (from != null) {
            first.flip();
            truncatedBytes = Math.max(0, first.remaining() - into.remaining());
            into.put(first.limit(first.limit() - truncatedBytes));
        }
        return from;
    }

    int truncatedBytes() {
        return truncatedBytes;
    }

    private ByteBuffer whole() {
        ByteBuffer kept = whole;
        if (kept == null) {
            kept = ByteBuffer.allocateDirect(LargestDatagram.ROOM_BYTES);
            whole = kept;
        }
        return kept.clear();
    }
}
