package org.sockrates.shell.session;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sockrates.shell.text.Fold;

/**
 * Tells what somebody sees who must not wait for a terminal: a thread of its own makes the lines. What is too much for it
 * is counted instead.
 */
public final class Teller<S> implements AutoCloseable {
    private static final int MOST_WAITING = 1_000;
    private static final long NAP_MILLIS = 100;
    private static final long ENDING_MILLIS = 2_000;

    private final Function<S, Optional<String>> lines;
    private final Consumer<String> listener;
    private final BlockingQueue<S> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong left = new AtomicLong();
    private final Thread thread;
    private volatile boolean closing;

    private Teller(String name, Function<S, Optional<String>> lines, Consumer<String> listener) {
        this.lines = lines;
        this.listener = listener;
        thread = new Thread(this::tell, name);
        thread.setDaemon(true);
    }

    /**
     * Begins to tell.
     *
     * @param name of its thread
     * @param lines makes a line of what was seen, or none; called by its thread, in the order of seeing
     */
    public static <S> Teller<S> begin(String name, Function<S, Optional<String>> lines, Consumer<String> listener) {
        Teller<S> teller = new Teller<>(name, lines, listener);
        teller.thread.start();
        return teller;
    }

    /** Something was seen; returns at once. */
    public void keep(S sighted) {
        if (!waiting.offer(sighted)) {
            left.incrementAndGet();
        }
    }

    private void tell() {
        try {
            while (true) {
                boolean last = closing;
                S next = waiting.poll(last ? 0 : NAP_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    lines.apply(next)
                            .ifPresent(line -> Fold.hanging("", "    ", line).forEach(listener));
                } else {
                    long untold = left.getAndSet(0);
                    if (untold > 0) {
                        listener.accept("… " + untold + " sightings came too fast to be shown");
                    }
                    if (last) {
                        return;
                    }
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells what has been seen, within a limit, and no more. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(ENDING_MILLIS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
