package org.sockrates.shell.session;

import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.analysis.TraceTime;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.NanoClock;

/**
 * Tells what the sources of a trace see, who must not wait for a terminal: a thread of its own makes the lines, in the order
 * of their times. For that it holds each for a moment, in which whoever saw something earlier may still say so; where very
 * many come, for less. What is too much for it is counted instead, and the count told where it is missing: once there is no
 * room, nothing is taken before half of what waits is told, so that there are few such gaps.
 */
public final class Teller implements AutoCloseable {
    private static final int MOST_HELD = 500;
    private static final int MOST_WAITING = 1_000;
    private static final long HELD_NANOS = 20_000_000;
    private static final long SETTLED_NANOS = 500_000_000;
    private static final long PATIENCE_NANOS = 2_000_000_000;

    private final NanoClock clock;
    private final long zeroNanos;
    private final Consumer<String> listener;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Condition less = lock.newCondition();
    private final PriorityQueue<Kept> waiting = new PriorityQueue<>();
    private long kept;
    private long left;
    private long leftNanos;
    private long gaps;
    private @Nullable Kept atWork;
    private boolean closing;
    private boolean over;
    private boolean unread;

    /** Something that was seen. */
    @FunctionalInterface
    public interface Sighting {
        /** Its lines, or none; called by the teller's thread, in the order of the times. */
        List<String> lines();
    }

    /** The first is the earliest; of two of one time, the one that was said first. */
    private static final class Kept implements Comparable<Kept> {
        private final long nanos;
        private final long order;
        private final long dueNanos;
        private final Sighting sighting;
        private boolean told;

        private Kept(long nanos, long order, long dueNanos, Sighting sighting) {
            this.nanos = nanos;
            this.order = order;
            this.dueNanos = dueNanos;
            this.sighting = sighting;
        }

        @Override
        public int compareTo(Kept other) {
            return nanos == other.nanos ? Long.compare(order, other.order) : Long.compare(nanos, other.nanos);
        }
    }

    private Teller(NanoClock clock, Consumer<String> listener) {
        this.clock = clock;
        this.listener = listener;
        zeroNanos = clock.nanoTime();
        thread = new Thread(this::tell, "sockrates-trace");
        thread.setDaemon(true);
    }

    /**
     * Begins to tell; times are told from now on.
     *
     * @param listener is called by the teller's thread
     */
    public static Teller begin(NanoClock clock, Consumer<String> listener) {
        Teller teller = new Teller(clock, listener);
        teller.thread.start();
        return teller;
    }

    /** From the beginning to a time of its clock; less than nothing where that was before. */
    public long since(long nanos) {
        return nanos - zeroNanos;
    }

    /** A time of its clock, as a trace tells it. */
    public String time(long nanos) {
        return TraceTime.text(since(nanos));
    }

    /** The line of a packet; where there is no room for it, further lines are indented. */
    public static List<String> packet(String line) {
        return Fold.hanging("", "    ", line);
    }

    /**
     * Something was seen; returns at once.
     *
     * @param nanos when, on the clock
     */
    public void keep(long nanos, Sighting sighting) {
        lock.lock();
        try {
            addOrLeave(nanos, sighting);
        } finally {
            lock.unlock();
        }
    }

    private void addOrLeave(long nanos, Sighting sighting) {
        if (hasRoom()) {
            endGap();
            add(nanos, sighting);
        } else {
            leave(nanos);
        }
    }

    private boolean hasRoom() {
        return left > 0 ? waiting.size() <= MOST_HELD : waiting.size() < MOST_WAITING;
    }

    private void leave(long nanos) {
        leftNanos = left == 0 ? nanos : Math.max(leftNanos, nanos);
        left++;
        more.signal();
    }

    /** What is missing is told behind the last of it. */
    private void endGap() {
        if (left > 0) {
            waiting.add(untold());
        }
    }

    /**
     * The same by somebody who may wait: where there is no room for it, within a limit, until there is. Where it was waited
     * in vain, nobody reads, and who observes must not stop what is observed: nobody waits again before a line was told.
     */
    public void keepPatiently(long nanos, Sighting sighting) {
        lock.lock();
        try {
            long rest = unread ? 0 : PATIENCE_NANOS;
            while (!hasRoom() && !closing && rest > 0) {
                rest = less.awaitNanos(rest);
            }
            unread = rest <= 0;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            addOrLeave(nanos, sighting);
            lock.unlock();
        }
    }

    private void add(long nanos, Sighting sighting) {
        if (!closing) {
            waiting.add(kept(nanos, sighting));
            more.signal();
        }
    }

    private Kept kept(long nanos, Sighting sighting) {
        return new Kept(since(nanos), ++kept, clock.nanoTime() + HELD_NANOS, sighting);
    }

    /** Waits, within a limit, until what has been seen by now is told, by those too who are about to say so. */
    public void settle() {
        lock.lock();
        try {
            endGap();
            Kept last = kept(clock.nanoTime(), List::of);
            waiting.add(last);
            more.signal();
            long rest = SETTLED_NANOS;
            while (!last.told && !over && rest > 0) {
                rest = less.awaitNanos(rest);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        try {
            for (Kept next = next(); next != null; next = next()) {
                next.sighting.lines().forEach(listener);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            end(true);
        }
    }

    /** The earliest, once it has been held for long enough; null at the end. */
    private @Nullable Kept next() throws InterruptedException {
        lock.lock();
        try {
            if (atWork != null) {
                atWork.told = true;
                unread = false;
            }
            atWork = null;
            less.signalAll();
            while (atWork == null && !(closing && waiting.isEmpty() && left == 0)) {
                Kept first = waiting.peek();
                if (first == null && left == 0) {
                    more.await();
                } else if (first == null) {
                    atWork = untold();
                } else {
                    boolean hasty = closing || waiting.size() > MOST_HELD;
                    long rest = hasty ? 0 : first.dueNanos - clock.nanoTime();
                    if (rest > 0) {
                        more.awaitNanos(rest);
                    } else {
                        atWork = waiting.remove();
                    }
                }
            }
            return atWork;
        } finally {
            lock.unlock();
        }
    }

    private Kept untold() {
        String line = "… " + left + " sightings came too fast to be shown";
        left = 0;
        return kept(leftNanos, () -> {
            gaps++;
            return List.of(line);
        });
    }

    /** How often something was left out before the sighting that is told now; for the teller's thread alone. */
    public long gaps() {
        return gaps;
    }

    private void end(boolean last) {
        lock.lock();
        try {
            closing = true;
            over |= last;
            more.signalAll();
            less.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tells what has been seen, within a limit, and no more. */
    @Override
    public void close() {
        end(false);
        try {
            thread.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
