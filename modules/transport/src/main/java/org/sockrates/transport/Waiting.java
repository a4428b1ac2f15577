package org.sockrates.transport;

import java.time.Duration;

/** How long, and how, a call that cannot go on at once waits for its turn. A setting of a socket, not of a call. */
public sealed interface Waiting {
    /** Asleep, at most this long, then {@link Errno#EAGAIN}. Zero never sleeps: a non-blocking socket. */
    record AtMost(Duration limit) implements Waiting {
        public AtMost {
            notNegative(limit);
        }
    }

    /**
     * Asleep in the system call itself, with no limit; only closing the socket ends it. The fewest system calls. Who
     * interrupts the thread may close the socket by it: Java does so with a channel ({@link Errno#EBADF}), unless the call
     * ends with {@link Errno#EINTR}.
     */
    record Unlimited() implements Waiting {}

    /** Asking again and again without sleeping, at most this long: the quickest answer, for one whole processor. */
    record Spinning(Duration limit) implements Waiting {
        public Spinning {
            notNegative(limit);
        }
    }

    /** A call that cannot go on at once fails at once. */
    Waiting NOT_AT_ALL = new AtMost(Duration.ZERO);

    /** What a new socket does. */
    Waiting USUAL = new AtMost(Duration.ofSeconds(30));

    static Waiting atMost(Duration limit) {
        return new AtMost(limit);
    }

    static Waiting unlimited() {
        return new Unlimited();
    }

    static Waiting spinning(Duration limit) {
        return new Spinning(limit);
    }

    private static void notNegative(Duration limit) {
        if (limit.isNegative()) {
            throw new UsageException("waiting", limit.toString(), "a duration of 0 or more");
        }
    }
}
