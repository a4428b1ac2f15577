package org.sockrates.compare.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.sockrates.compare.Settings;
import org.sockrates.link.Passage;
import org.sockrates.transport.TransportSocket;

/**
 * What a reader got that read on until nothing more came, or the patience was at its end.
 *
 * @param toTheEnd whether nothing more can come
 */
record Drained(long bytes, boolean toTheEnd) {
    static Drained from(TransportSocket socket, Passage passage, Settings settings) throws IOException {
        Ear ear = Ear.on(socket, passage, settings);
        ByteBuffer into = ByteBuffer.allocateDirect(65_536);
        long deadline = passage.clock().nanoTime() + settings.patience().toNanos();
        long bytes = 0;
        while (passage.clock().nanoTime() - deadline < 0) {
            int heard = ear.hear(into.clear());
            if (heard < 0) {
                return new Drained(bytes, ear.isSure());
            }
            bytes += heard;
        }
        return new Drained(bytes, false);
    }
}
