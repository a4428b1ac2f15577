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

/** What a {@link Child} does that makes its first socket where few descriptors are left, and one more where there are some. */
public final class NarrowProcess {
    private NarrowProcess() {}

    /**
     * Says why the first could not be made, where it could not, and at last that all are closed.
     *
     * @param left how many descriptors are
     * @param says what is told
     */
    public static void opensItsFirst(Transport transport, int left, Consumer<String> says) throws IOException {
        SocketChannel loaded = SocketChannel.open();
        Deque<FileInputStream> open = new ArrayDeque<>();
        try {
            while (true) {
                open.push(new FileInputStream("/dev/null"));
            }
        } catch (FileNotFoundException full) {
            giveBack(open, left);
        }
        try {
            transport.open(Family.AF_INET).close();
        } catch (SocketCallException full) {
            says.accept(full.errno().toString());
        }
        giveBack(open, 8);
        transport.open(Family.AF_INET).close();
        loaded.close();
        says.accept("closed");
    }

    private static void giveBack(Deque<FileInputStream> open, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            open.pop().close();
        }
    }
}
