package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** The same bytes to a channel without a pause, in a thread of its own, until the channel is closed. */
final class Flood {
    private Flood() {}

    /** Begins with it. The channel blocks. */
    static void begin(WritableByteChannel to, int bytes) {
        Thread thread = new Thread(() -> send(to, ByteBuffer.allocateDirect(bytes)), "flood");
        thread.setDaemon(true);
        thread.start();
    }

    private static void send(WritableByteChannel to, ByteBuffer message) {
        try {
            while (to.write(message.clear()) >= 0) {
                // on and on
            }
        } catch (IOException measured) {
            // enough
        }
    }
}
