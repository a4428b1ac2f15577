package org.sockrates.transport.channel;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;

/**
 * Room for what Java tries once only, and never again where it failed: an initializer. It is looked for by taking it for a
 * moment, and is not kept: somebody else may be quicker.
 */
public final class Room {
    /** A file that every Java has. */
    private static final String FILE =
            Path.of(System.getProperty("java.home", ""), "lib", "modules").toString();

    private static final long MOST_MILLIS = 1_000;

    private Room() {}

    /**
     * Looks for so many descriptors.
     *
     * @throws IOException when there are fewer, {@link Errno#EMFILE}
     */
    public static void forDescriptors(int count) throws IOException {
        Deque<FileInputStream> room = new ArrayDeque<>();
        try {
            while (room.size() < count) {
                room.push(new FileInputStream(FILE));
            }
        } catch (IOException full) {
            if (SocketCallException.of(Call.SOCKET, full).errno() == Errno.EMFILE) {
                throw full;
            }
        } finally {
            while (!room.isEmpty()) {
                room.pop().close(); // a file's close is none of a channel
            }
        }
    }

    /**
     * Looks for so many threads; a process counts as one.
     *
     * @param threads makes them
     * @throws OutOfMemoryError when there are fewer
     */
    public static void forThreads(int count, ThreadFactory threads) {
        CompletableFuture<Void> looked = new CompletableFuture<>();
        Deque<Thread> room = new ArrayDeque<>();
        try {
            while (room.size() < count) {
                Thread thread = threads.newThread(looked::join);
                thread.start();
                room.push(thread);
            }
        } finally {
            looked.complete(null);
            room.forEach(Room::awaitEnd);
        }
    }

    /** Its room is there for others then. */
    private static void awaitEnd(Thread thread) {
        try {
            thread.join(MOST_MILLIS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
