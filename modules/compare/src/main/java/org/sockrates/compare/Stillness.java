package org.sockrates.compare;

import java.time.Duration;
import org.sockrates.link.Passage;

/** Waits until nothing is under way on the link, so that what was sent is where it can be, and so are the answers. */
public final class Stillness {
    private static final Duration STEP = Duration.ofMillis(20);

    private Stillness() {}

    /** Returns when the link was empty at two looks in a row, or the patience is at its end. */
    public static void await(Passage passage, Settings settings) {
        long deadline = passage.clock().nanoTime() + settings.patience().toNanos();
        int emptyLooks = 0;
        while (emptyLooks < 2 && passage.clock().nanoTime() - deadline < 0) {
            passage.sleep(STEP);
            emptyLooks = passage.report().queued() == 0 ? emptyLooks + 1 : 0;
        }
    }
}
