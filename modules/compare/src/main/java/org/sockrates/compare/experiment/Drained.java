package org.sockrates.compare.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.sockrates.compare.Run;
import org.sockrates.compare.Stopwatch;
import org.sockrates.transport.TransportSocket;

/**
 * What a reader got that read on until nothing more came, or the patience was at its end.
 *
 * @param toTheEnd whether nothing more can come
 */
record Drained(long bytes, boolean toTheEnd) {
    static Drained from(TransportSocket socket, Run run) throws IOException {
        Ear ear = Ear.on(socket, run);
        ByteBuffer into = ByteBuffer.allocateDirect(65_536);
        Stopwatch since = run.stopwatch();
        long bytes = 0;
        while (since.isWithin(run.settings().patience())) {
            int heard = ear.hear(into.clear());
            if (heard < 0) {
                return new Drained(bytes, ear.isSure());
            }
            bytes += heard;
        }
        return new Drained(bytes, false);
    }
}
