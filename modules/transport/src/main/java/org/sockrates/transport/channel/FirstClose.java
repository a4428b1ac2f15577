package org.sockrates.transport.channel;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.sockrates.transport.Errno;

/**
 * Java's first close of any channel takes two descriptors. Where there is no room for them that close fails, and in Java 17
 * every other after it, for good: it is an initializer that is run once. So there is a first one early, while there is
 * room; and who finds none makes no socket, and may try again.
 */
public final class FirstClose {
    /** The two, and the channel that is closed. */
    private static final int DESCRIPTORS = 3;

    private static volatile boolean over;

    private FirstClose() {}

    /**
     * Has the first close over with, unless it was.
     *
     * @throws IOException when there is no room for it, {@link Errno#EMFILE}
     */
    public static void over() throws IOException {
        if (!over) { // of every socket
            haveItOver();
        }
    }

    private static synchronized void haveItOver() throws IOException {
        if (!over) {
            Room.forDescriptors(DESCRIPTORS);
            SocketChannel.open().close();
            over = true;
        }
    }
}
