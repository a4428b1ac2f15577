package org.sockrates.transport.testkit;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Transport;

/** What a {@link Child} does where few descriptors are left, and once more where there are some. */
public final class NarrowProcess {
    private static final int SOME = 8;

    private NarrowProcess() {}

    /** What is done, and may fail as the world does. */
    @FunctionalInterface
    public interface Deed {
        /** Does it. */
        void done() throws IOException;
    }

    /**
     * Makes the first socket; says why it could not be made, where it could not, and at last that all are closed.
     *
     * @param left how many descriptors are
     * @param says what is told
     */
    public static void opensItsFirst(Transport transport, int left, Consumer<String> says) throws IOException {
        SocketChannel loaded = SocketChannel.open();
        twice(left, () -> open(transport, says));
        loaded.close();
        says.accept("closed");
    }

    private static void open(Transport transport, Consumer<String> says) throws IOException {
        try {
            transport.open(Family.AF_INET).close();
        } catch (SocketCallException full) {
            says.accept(full.errno().toString());
        }
    }

    /**
     * Does something twice.
     *
     * @param left how many descriptors are, the first time
     */
    public static void twice(int left, Deed deed) throws IOException {
        Deque<FileInputStream> open = new ArrayDeque<>();
        try {
            while (true) {
                open.push(new FileInputStream("/dev/null"));
            }
        } catch (FileNotFoundException full) {
            giveBack(open, left);
        }
        deed.done();
        giveBack(open, SOME);
        deed.done();
    }

    private static void giveBack(Deque<FileInputStream> open, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            open.pop().close();
        }
    }
}
