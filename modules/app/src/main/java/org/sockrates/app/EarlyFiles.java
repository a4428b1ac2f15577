package org.sockrates.app;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Objects;
import org.sockrates.transport.channel.FirstClose;

/**
 * What Java opens at its first use, and never again where that fails, for a process without a descriptor left: what a
 * channel is closed with, and the zone of a clock. They are opened at the start of the program, whoever takes the
 * descriptors later; beside it, since that takes longer than most commands.
 */
final class EarlyFiles {
    private EarlyFiles() {}

    /** Begins to open them, in a thread that ends when all are. */
    static Thread open() {
        Thread opening = new Thread(EarlyFiles::openAll, "early files");
        opening.setDaemon(true);
        opening.start();
        return opening;
    }

    private static void openAll() {
        try {
            FirstClose.over();
            Objects.requireNonNull(ZoneId.systemDefault().getRules());
        } catch (IOException | Error full) {
            // from the beginning on: so will be whoever needs them, and says so
        }
    }
}
