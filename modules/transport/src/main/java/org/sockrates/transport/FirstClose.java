package org.sockrates.transport;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/**
 * Java's first close of any channel takes a descriptor, for good; where none is left, that close fails, and every other
 * after it. So there is a first one early, while there is room.
 */
final class FirstClose {
    private static volatile boolean over;

    private FirstClose() {}

    /** Has the first close over with, unless it was; where even that finds no room, the next one tries again. */
    static void over() {
        if (over) {
            return;
        }
        try {
            SocketChannel.open().close();
            over = true;
        } catch (IOException full) {
            // so is the socket that was to be made
        }
    }
}
