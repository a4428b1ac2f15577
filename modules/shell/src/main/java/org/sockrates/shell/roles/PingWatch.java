package org.sockrates.shell.roles;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Unit;
import org.sockrates.transport.NanoClock;

/**
 * What became of each numbered message: it waits, has its reply, or was given up, after which its reply is late. One thread
 * sends and another receives; both say it here and go on at once, and a third, which may wait for a terminal, tells it.
 */
final class PingWatch {
    private enum Fate {
        WAITING,
        ANSWERED,
        MISSED,
        LATE
    }

    /** Hears of one message what there is to tell. */
    interface Told {
        void of(int number, String what);
    }

    private record Said(int number, String what) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final NanoClock clock;
    private final long limitNanos;
    private final boolean ordered;
    private final PingTally tally;
    private final Queue<Said> untold = new ArrayDeque<>();
    private long[] sentNanos = new long[64];
    private Fate[] fates = new Fate[64];
    private int sent;
    private int judged; // those before it have had their time
    private int replied; // those before it have their reply
    private int waiting;
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
        this.limitNanos = limitNanos;
        this.ordered = ordered;
        this.tally = tally;
    }

    /** The next message is about to be sent. */
    void sending() {
        lock.lock();
        try {
            if (sent == sentNanos.length) {
                sentNanos = Arrays.copyOf(sentNanos, 2 * sent);
                fates = Arrays.copyOf(fates, 2 * sent);
            }
            sentNanos[sent] = clock.nanoTime();
            fates[sent] = Fate.WAITING;
            waiting++;
            tally.sent();
            sent++;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A reply came. When all is over, it is none.
     *
     * @param number of the message; {@link PingReplies#UNNUMBERED} where nobody knows to which
     * @param now when it came
     */
    void came(long number, long now) {
        lock.lock();
        try {
            if (over) {
                return;
            }
            giveUp(now);
            if (number == PingReplies.UNNUMBERED) {
                unnumbered(now);
            } else if (number < 1 || number > sent) {
                tally.unasked();
            } else {
                reply((int) number - 1, now, true);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void unnumbered(long now) {
        tally.unnumbered();
        int index = ordered || waiting == 0 ? firstWithoutReply() : firstWaiting();
        if (index < sent) {
            reply(index, now, ordered || tally.missed() == 1);
        } else {
            tally.unasked();
        }
    }

    private int firstWithoutReply() {
        while (replied < sent && (fates[replied] == Fate.ANSWERED || fates[replied] == Fate.LATE)) {
            replied++;
        }
        return replied;
    }

    private int firstWaiting() {
        int index = judged;
        while (index < sent && fates[index] != Fate.WAITING) {
            index++;
        }
        return index;
    }

    private void reply(int index, long now, boolean sure) {
        long took = now - sentNanos[index];
        String millis = FigureText.of(Unit.MILLISECONDS, took / 1e6);
        switch (fates[index]) {
            case WAITING -> {
                waiting--;
                fates[index] = Fate.ANSWERED;
                tally.received(sure ? took : PingTally.UNKNOWN);
                say(index + 1, sure ? "reply after " + millis : "a reply, perhaps to another");
            }
            case MISSED -> {
                fates[index] = Fate.LATE;
                tally.late();
                say(index + 1, "late reply after " + millis);
            }
            case ANSWERED, LATE -> {
                tally.duplicate();
                say(index + 1, "the same reply again after " + millis);
            }
        }
    }

    private void say(int number, String what) {
        untold.add(new Said(number, what));
        changed.signalAll();
    }

    private void giveUp(long now) {
        for (; judged < sent && now - sentNanos[judged] >= limitNanos; judged++) {
            if (fates[judged] == Fate.WAITING) {
                waiting--;
                fates[judged] = Fate.MISSED;
                say(judged + 1, "no reply within " + limitNanos / 1_000_000 + " ms");
            }
        }
    }

    /** Waits for a moment on the clock; back earlier only when all is over. */
    void awaitUntil(long nanos) {
        await(nanos, () -> false);
    }

    /** Waits until every message has its reply or was given up. */
    void awaitSettled() {
        await(Long.MAX_VALUE, () -> waiting == 0);
    }

    private void await(long untilNanos, BooleanSupplier enough) {
        lock.lock();
        try {
            while (true) {
                if (over) {
                    return;
                }
                long now = clock.nanoTime();
                giveUp(now);
                long left = untilNanos == Long.MAX_VALUE ? Long.MAX_VALUE : untilNanos - now;
                if (left <= 0 || enough.getAsBoolean()) {
                    return;
                }
                if (judged < sent) {
                    left = Math.min(left, sentNanos[judged] + limitNanos - now);
                }
                changed.awaitNanos(left);
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
        lock.lock();
        try {
            over = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The message that was about to be sent was not. */
    void unsent() {
        lock.lock();
        try {
            tally.unsent();
        } finally {
            lock.unlock();
        }
    }

    /** It cannot go on. What fails when all is over already is of no account. */
    void broken(Exception because) {
        lock.lock();
        try {
            failure = over ? failure : because;
            end();
        } finally {
            lock.unlock();
        }
    }

    boolean over() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    /** Whether a reply may still come to one of so many messages. */
    boolean open(int count) {
        lock.lock();
        try {
            return !over && (sent < count || waiting > 0 || tally.missed() > 0);
        } finally {
            lock.unlock();
        }
    }

    /** Why it could not go on. */
    @Nullable
    Exception failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }
}
