package org.sockrates.shell.roles;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.NanoClock;

/**
 * Where those meet who send numbered messages, receive replies and tell of both. One thread sends and another receives;
 * both say it here and go on at once, and a third, which may wait for a terminal, tells it.
 */
final class PingWatch {
    /** Hears of one message what there is to tell. */
    interface Told {
        void of(int number, String what);
    }

    private record Said(int number, String what) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final NanoClock clock;
    private final PingTally tally;
    private final PingFates fates;
    private final Queue<Said> untold = new ArrayDeque<>();
    private boolean settled;
    private boolean over;
    private @Nullable Exception failure;

    /**
     * A watch with nothing sent.
     *
     * @param limitNanos how long a reply may take
     * @param ordered whether replies come in the order of the messages, so that one without a number is known all the same
     */
    PingWatch(NanoClock clock, long limitNanos, boolean ordered, PingTally tally) {
        this.clock = clock;
        this.tally = tally;
        this.fates = new PingFates(limitNanos, ordered, tally, this::say);
    }

    /**
     * The next message is about to be sent.
     *
     * @return when, on the clock
     */
    long sending() {
        return locked(() -> {
            long now = clock.nanoTime();
            fates.sending(now);
            return now;
        });
    }

    /** The message that was sent left so long after its time. */
    void leftLate(long nanos) {
        locked(() -> tally.leftLate(nanos));
    }

    /**
     * A reply came. When all is over, it is none.
     *
     * @param number of the message; {@link PingReplies#UNNUMBERED} where nobody knows to which
     * @param now when it came
     */
    void came(long number, long now) {
        locked(() -> {
            if (!over) {
                fates.came(number, now);
                changed.signalAll();
            }
        });
    }

    private void say(int number, String what) {
        untold.add(new Said(number, what));
        changed.signalAll();
    }

    /** Waits for a moment on the clock; back earlier only when all is over. */
    void awaitUntil(long nanos) {
        await(now -> nanos - now);
    }

    /** Waits until every message has its reply or was given up. */
    void awaitSettled() {
        await(now -> fates.waiting() == 0 ? 0 : Long.MAX_VALUE);
    }

    /** Waits until no reply can come any more that would be late, and not lost. */
    void awaitLate() {
        locked(() -> settled = !over);
        await(fates::lateNanos);
    }

    /** @param rest how long from then on; it is asked again whenever something has happened */
    private void await(LongUnaryOperator rest) {
        lock.lock();
        try {
            while (true) {
                if (over) {
                    return;
                }
                long now = clock.nanoTime();
                fates.giveUp(now);
                long left = rest.applyAsLong(now);
                if (left <= 0) {
                    return;
                }
                changed.awaitNanos(Math.min(left, fates.restNanos(now)));
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            over = true;
        } finally {
            lock.unlock();
        }
    }

    /** Tells what there is to tell as it comes, until all is over. However long that takes, nothing else waits for it. */
    void tell(Told told) {
        for (Said said = next(); said != null; said = next()) {
            told.of(said.number(), said.what());
        }
    }

    private @Nullable Said next() {
        lock.lock();
        try {
            while (untold.isEmpty() && !over) {
                changed.await();
            }
            return untold.poll();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            over = true;
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more is waited for. */
    void end() {
        locked(() -> {
            if (!over) {
                fates.giveUp(clock.nanoTime()); // who sits in a send has looked at no clock
            }
            over = true;
            changed.signalAll();
        });
    }

    /** The message that was about to be sent was not. */
    void unsent() {
        locked(fates::unsent);
    }

    /** It cannot go on. What fails when all is over, or every message has its reply or was given up, is of no account. */
    void broken(Exception because) {
        locked(() -> {
            failure = over || settled ? failure : because;
            end();
        });
    }

    /** Whether each message had its reply or was given up before all was over. */
    boolean settled() {
        return locked(() -> settled);
    }

    boolean over() {
        return locked(() -> over);
    }

    /** How many messages still have time for their reply; where it could not go on, none has. */
    int underWay() {
        return locked(() -> failure == null ? fates.waiting() : 0);
    }

    /** Whether a reply may still come to one of so many messages. */
    boolean open(int count) {
        return locked(() -> !over && (fates.sent() < count || fates.waiting() > 0 || tally.missed() > 0));
    }

    /** Why it could not go on. */
    Optional<Exception> failure() {
        return locked(() -> Optional.ofNullable(failure));
    }

    private void locked(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
