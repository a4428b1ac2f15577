package org.sockrates.transport.channel;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;

/**
 * Java's first close of any channel takes two descriptors. Where there is no room for them that close fails, and in Java 17
 * every other after it, for good: it is an initializer that is run once. So there is a first one early, while there is
 * room; and who finds none makes no socket, and may try again.
 */
public final class FirstClose {
    /** The two, and the channel that is closed. */
    private static final int DESCRIPTORS = 3;

    /** A file that every Java has. */
    private static final String FILE =
            Path.of(System.getProperty("java.home", ""), "lib", "modules").toString();

    private static volatile boolean over;

    private FirstClose() {}

    /**
     * Has the first close over with, unless it was.
     *
     * @throws IOException when there is no room for it, {@link Errno#EMFILE}
     */
    public static void over() throws IOException {
        if (!over) { // of every socket
            haveItOver();
        }
    }

    private static synchronized void haveItOver() throws IOException {
        if (!over) {
            lookForRoom();
            SocketChannel.open().close();
            over = true;
        }
    }

    private static void lookForRoom() throws IOException {
        Deque<FileInputStream> room = new ArrayDeque<>();
        try {
            while (room.size() < DESCRIPTORS) {
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
}
