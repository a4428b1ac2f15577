package org.sockrates.bench.end;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.sockrates.transport.Server;

/** What a process holds, against what it held when the census began. */
final class Census {
    private static final long LIMIT_NANOS = 20_000_000_000L;
    private static final long GIVE_BACK_NANOS = 2_000_000_000L;
    private static final long LOOK_NANOS = 5_000_000;

    private final int before = descriptors();

    Census() throws IOException {}

    /** Waits until so many peers were accepted. */
    static void awaitPeers(Server server, int peers) throws IOException {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (server.counts().peers() < peers) {
            pause(end, "only " + server.counts().peers() + " peers came");
        }
    }

    /** Waits until only the server's own socket is open. */
    static void awaitPeersGone(Server server) throws IOException {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (server.counts().openSockets() > 1) {
            pause(end, server.counts().openSockets() - 1 + " peers are still held");
        }
    }

    /**
     * Descriptors that are open now and were not before, and the most heap there was in use. A selector gives those of
     * closed channels back in its next round, so the count is given two seconds to fall.
     */
    void tell() throws IOException {
        long end = System.nanoTime() + GIVE_BACK_NANOS;
        while (descriptors() > before && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        End.result("descriptors_kept", Math.max(0, descriptors() - before));
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        End.result("heap_mb", peak / 1048576.0);
        End.result("most_mb", Runtime.getRuntime().maxMemory() / 1048576.0);
    }

    private static void pause(long endNanos, String late) throws IOException {
        if (System.nanoTime() > endNanos) {
            throw new IOException(late);
        }
        LockSupport.parkNanos(LOOK_NANOS);
    }

    private static int descriptors() throws IOException {
        int count = 0;
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path each : open) {
                count += each.getNameCount() > 0 ? 1 : 0;
            }
        }
        return count;
    }
}
