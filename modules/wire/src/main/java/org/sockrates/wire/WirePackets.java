package org.sockrates.wire;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Packets to keep others' bytes in, used again and again, of two sizes. Never holds more bytes than it may. Not for two
 * threads at once.
 */
final class WirePackets {
    private static final int SMALL = 2_048;
    private static final int LARGE = 65_536;

    private final ArrayDeque<WirePacket> small = new ArrayDeque<>();
    private final ArrayDeque<WirePacket> large = new ArrayDeque<>();
    private long bytesLeft;

    WirePackets(long mostBytes) {
        bytesLeft = mostBytes;
    }

    /** One with room for so many bytes, or null when no memory is left for it. */
    @Nullable
    WirePacket take(int bytes) {
        boolean isSmall = bytes <= SMALL;
        WirePacket packet = (isSmall ? small : large).poll();
        return packet == null ? made(isSmall ? SMALL : LARGE, isSmall ? large : small) : packet;
    }

    /** A new one, for which packets of the other size that nobody uses are let go where they take its room. */
    private @Nullable WirePacket made(int bytes, ArrayDeque<WirePacket> others) {
        int otherBytes = SMALL + LARGE - bytes;
        if (bytes > bytesLeft + (long) others.size() * otherBytes) {
            return null;
        }
        while (bytes > bytesLeft) {
            others.remove();
            bytesLeft += otherBytes;
        }
        try {
            WirePacket packet = new WirePacket(ByteBuffer.allocateDirect(bytes));
            bytesLeft -= bytes;
            return packet;
        } catch (OutOfMemoryError noDirectMemory) {
            bytesLeft = 0;
            return null;
        }
    }

    void giveBack(WirePacket packet) {
        (packet.buffer.capacity() == SMALL ? small : large).push(packet);
    }
}
