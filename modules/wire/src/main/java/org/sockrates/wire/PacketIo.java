package org.sockrates.wire;

import java.io.Closeable;
import java.io.IOException;

/**
 * How packets come from a device and go back to it: {@link RingIo some in one call of the system} where the kernel has
 * such a call, {@link ChannelIo one by one} everywhere. One thread receives, decides about what it received within the
 * lock of the mirror's links, and flushes before it gives the lock back; other threads write packets of their own within
 * that lock.
 */
interface PacketIo extends Mirror.Exit, Closeable {
    /** The longest IP packet, and one byte more. */
    int LONGEST = 65_536;

    /**
     * Waits for packets, and answers how many there are.
     *
     * @throws java.nio.channels.ClosedChannelException when it is closed meanwhile
     */
    int receive() throws IOException;

    /** One of those packets, in the order of their coming. It is used again for what is received next. */
    WirePacket received(int which);
}
