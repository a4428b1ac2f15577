package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Sends the same message without a pause, several times in one call. */
final class BulkSource implements End.Program {
    @Override
    public void run(Words words) throws IOException {
        ByteBuffer[] messages = new ByteBuffer[words.number("gather")];
        ByteBuffer message = ByteBuffer.allocateDirect(words.number("size"));
        Arrays.setAll(messages, i -> message.duplicate());
        try (Carrier carrier = Carriers.connected(words)) {
            long end = System.nanoTime()
                    + words.millis("warm").plus(words.millis("window")).toNanos()
                    + 200_000_000;
            while (System.nanoTime() < end) {
                for (ByteBuffer each : messages) {
                    each.clear();
                }
                carrier.send(messages);
            }
        } catch (IOException gone) {
            // the sink has measured enough
        }
    }
}
