package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Counts the datagrams that arrive, after a warm-up. */
final class StormSink implements End.Program {
    private static final int BETWEEN_LOOKS = 16;

    @Override
    public void run(Words words) throws IOException {
        ByteBuffer into = ByteBuffer.allocateDirect(65_536);
        try (Carrier carrier = Carriers.accepted(words)) {
            receive(carrier, into, words.millis("warm").toNanos());
            End.result(
                    "messages_per_second",
                    receive(carrier, into, words.millis("window").toNanos()));
        }
    }

    private static double receive(Carrier carrier, ByteBuffer into, long forNanos) throws IOException {
        long start = System.nanoTime();
        long count = 0;
        long now = start;
        while (now - start < forNanos) {
            for (int i = 0; i < BETWEEN_LOOKS; i++) {
                carrier.receive(into.clear());
            }
            count += BETWEEN_LOOKS;
            now = System.nanoTime();
        }
        return count * 1e9 / (now - start);
    }
}
