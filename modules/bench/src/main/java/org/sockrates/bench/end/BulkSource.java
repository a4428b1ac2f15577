package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Sends messages without a pause, several of them in one call. */
final class BulkSource implements End.Program {
    @Override
    public void run(Words words) throws IOException {
        ByteBuffer[] messages = new ByteBuffer[words.number("gather")];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = ByteBuffer.allocateDirect(words.number("size"));
        }
        long end = System.nanoTime()
                + words.millis("warm").plus(words.millis("window")).toNanos()
                + 200_000_000;
        try (Wire wire = Wires.connected(words)) {
            while (System.nanoTime() < end) {
                for (ByteBuffer message : messages) {
                    message.clear();
                }
                wire.send(messages);
            }
        } catch (IOException gone) {
            // the sink has measured enough
        }
    }
}
