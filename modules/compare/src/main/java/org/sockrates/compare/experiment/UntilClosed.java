package org.sockrates.compare.experiment;

import java.io.IOException;
import java.time.Duration;
import org.sockrates.link.Passage;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;

/** A server's loop: it ends when the door is closed, and what happens to one client does not stop it. */
final class UntilClosed {
    /** What keeps clients from being taken, such as {@link Errno#EMFILE}, may last. */
    private static final Duration REST = Duration.ofMillis(10);

    private UntilClosed() {}

    /** Serves one client. */
    @FunctionalInterface
    interface Round {
        void serve() throws IOException;
    }

    static void serve(Passage passage, Round round) throws IOException {
        while (true) {
            try {
                round.serve();
            } catch (SocketCallException trouble) {
                if (trouble.errno() == Errno.EBADF) {
                    return;
                }
                if (trouble.call() == Call.ACCEPT) {
                    passage.sleep(REST);
                }
            }
        }
    }
}
