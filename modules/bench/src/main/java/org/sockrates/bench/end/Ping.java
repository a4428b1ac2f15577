package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** One message at a time, there and back; the round trips' median, in microseconds. */
final class Ping implements End.Program {
    private static final int MOST = 2_000_000;

    private final long[] roundTrips = new long[MOST];

    @Override
    public void run(Words words) throws IOException {
        int size = words.number("size");
        ByteBuffer request = ByteBuffer.allocateDirect(size);
        ByteBuffer reply = ByteBuffer.allocateDirect(words.udp() ? 65_536 : size);
        try (Carrier carrier = Carriers.connected(words)) {
            trips(carrier, request, reply, words.millis("warm").toNanos());
            int count = trips(carrier, request, reply, words.millis("window").toNanos());
            Arrays.sort(roundTrips, 0, count);
            End.result("p50", roundTrips[count / 2] / 1e3);
            End.result("count", count);
        }
    }

    private int trips(Carrier carrier, ByteBuffer request, ByteBuffer reply, long forNanos) throws IOException {
        int size = request.capacity();
        long end = System.nanoTime() + forNanos;
        int count = 0;
        long now = System.nanoTime();
        while (count < MOST && now < end) {
            long start = now;
            carrier.send(request.clear());
            reply.clear();
            while (reply.position() < size) {
                carrier.receive(reply);
            }
            now = System.nanoTime();
            roundTrips[count++] = now - start;
        }
        return count;
    }
}
