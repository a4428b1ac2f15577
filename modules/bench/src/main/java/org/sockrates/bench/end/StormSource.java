package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Sends datagrams without a pause, whether or not anybody keeps up. */
final class StormSource implements End.Program {
    private static final int BETWEEN_LOOKS = 64;

    @Override
    public void run(Words words) throws IOException {
        ByteBuffer message = ByteBuffer.allocateDirect(words.number("size"));
        try (Carrier carrier = Carriers.connected(words)) {
            long end = System.nanoTime()
                    + words.millis("warm").plus(words.millis("window")).toNanos()
                    + 200_000_000;
            while (System.nanoTime() < end) {
                for (int i = 0; i < BETWEEN_LOOKS; i++) {
                    carrier.send(message.clear());
                }
            }
        } catch (IOException gone) {
            // the sink has measured enough
        }
    }
}
