package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** One TCP stream through a mirror as fast as it goes, measured where it is read. Plain channels, so that they are not it. */
final class MirrorBulk implements End.Program {
    private static final int BYTES = 256 * 1024;

    @Override
    public void run(Words words) throws IOException {
        try (Mirrored mirror = Mirrored.by(words);
                ServerSocketChannel door = ServerSocketChannel.open().bind(Mirrored.here(0));
                SocketChannel source =
                        SocketChannel.open(Mirrored.there(door.socket().getLocalPort()));
                SocketChannel sink = door.accept()) {
            Flood.begin(source, BYTES);
            rate(sink, words.millis("warm"));
            End.result("bytes_per_second", rate(sink, words.millis("window")));
        }
    }

    private static double rate(SocketChannel sink, Duration window) throws IOException {
        ByteBuffer into = ByteBuffer.allocateDirect(BYTES);
        long start = System.nanoTime();
        long bytes = 0;
        long now = start;
        while (now - start < window.toNanos()) {
            int got = sink.read(into.clear());
            if (got < 0) {
                throw new IOException("the stream ended while it was measured");
            }
            bytes += got;
            now = System.nanoTime();
        }
        return bytes * 1e9 / (now - start);
    }
}
