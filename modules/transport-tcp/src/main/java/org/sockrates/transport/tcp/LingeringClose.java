package org.sockrates.transport.tcp;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;

/**
 * The close that SO_LINGER lets wait, until all is acknowledged or its time is over. It waits in the system call, which Java
 * cannot end: so it is made on a thread of its own, and whoever waits for it can be let go, as a signal does in C.
 */
final class LingeringClose {
    private static final int NOT_AT_ALL = -1;

    private final ThreadFactory threads;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile boolean begun;

    LingeringClose() {
        this(LingeringClose::thread);
    }

    /** @param threads makes the one that it is made on */
    LingeringClose(ThreadFactory threads) {
        this.threads = threads;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "close with SO_LINGER");
        thread.setDaemon(true);
        return thread;
    }

    /** Whether a connected stream's close would wait. */
    static boolean isDue(SocketChannel stream) {
        try {
            return stream.getOption(StandardSocketOptions.SO_LINGER) > 0;
        } catch (IOException over) {
            return false;
        }
    }

    /**
     * Closes, and returns when that is over or nobody is to wait any longer; the system goes on sending then.
     *
     * @throws OutOfMemoryError when there is no thread for it; then it is closed without a wait
     */
    void await(SocketChannel stream) throws IOException {
        begun = true;
        begin(stream);
        try {
            end.get();
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(SocketChannel stream) throws IOException {
        try {
            threads.newThread(() -> close(stream)).start();
        } catch (Throwable cannot) {
            try {
                stream.setOption(StandardSocketOptions.SO_LINGER, NOT_AT_ALL);
            } finally {
                stream.close();
            }
            throw cannot;
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
