package org.sockrates.transport.tcp;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The close that SO_LINGER lets wait, until all is acknowledged or its time is over. It waits in the system call, which Java
 * cannot end: so it is made on a thread of its own, and whoever waits for it can be let go, as a signal does in C.
 */
final class LingeringClose {
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile boolean begun;

    /** Whether a connected stream's close would wait. */
    static boolean isDue(SocketChannel stream) {
        try {
            return stream.getOption(StandardSocketOptions.SO_LINGER) > 0;
        } catch (IOException over) {
            return false;
        }
    }

    /** Closes, and returns when that is over or nobody is to wait any longer; the system goes on sending then. */
    void await(SocketChannel stream) throws IOException {
        begun = true;
        Thread closing = new Thread(() -> close(stream), "close with SO_LINGER");
        closing.setDaemon(true);
        closing.start();
        try {
            end.get();
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void close(SocketChannel stream) {
        try {
            stream.close();
            end.complete(null);
        } catch (IOException | RuntimeException | Error failure) {
            end.completeExceptionally(failure); // or who waits would wait for ever
        }
    }

    /** Ends a wait that has begun; by any thread, and again and again. */
    void letGo() {
        if (begun) {
            end.complete(null);
        }
    }
}
