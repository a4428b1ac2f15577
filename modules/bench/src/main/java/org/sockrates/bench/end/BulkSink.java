package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Receives a stream, and says how fast it came after a warm-up. */
final class BulkSink implements End.Program {
    @Override
    public void run(Words words) throws IOException {
        ByteBuffer into = ByteBuffer.allocateDirect(words.number("into"));
        try (Carrier carrier = Carriers.accepted(words)) {
            receive(carrier, into, words.millis("warm").toNanos());
            End.result(
                    "bits_per_second",
                    receive(carrier, into, words.millis("window").toNanos()));
        }
    }

    private static double receive(Carrier carrier, ByteBuffer into, long forNanos) throws IOException {
        long start = System.nanoTime();
        long bytes = 0;
        long now = start;
        while (now - start < forNanos) {
            int got = carrier.receive(into.clear());
            if (got < 0) {
                throw new IOException("the source ended early");
            }
            bytes += got;
            now = System.nanoTime();
        }
        return bytes * 8e9 / (now - start);
    }
}
