package org.sockrates.bench.end;

import java.time.Duration;
import org.sockrates.transport.Waiting;

/** How an end waits. */
enum Manner {
    /** In the system call itself. */
    BLOCK,
    /** Non-blocking, asleep in a selector. */
    SLEEP,
    /** Non-blocking, asking again and again. */
    SPIN;

    Waiting waiting() {
        Duration limit = Duration.ofSeconds(30);
        return switch (this) {
            case BLOCK -> Waiting.unlimited();
            case SLEEP -> Waiting.atMost(limit);
            case SPIN -> Waiting.spinning(limit);
        };
    }
}
