package org.sockrates.transport.rdt.socket;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.rdt.Line;

/**
 * The thread that looks after ports while no program does: it takes in what comes, and calls when a time has come. It is
 * there while there are ports, and is a daemon: what is unacknowledged when the process ends is lost with it, unlike TCP's,
 * which is the system's.
 */
final class UdpLoop {
    private static final long STACK_BYTES = 256 * 1024;
    private static final long CLOSE_LIMIT_NANOS = Duration.ofSeconds(1).toNanos();

    private final NanoClock clock;
    private final ThreadFactory threads;
    private final Set<UdpPort> ports = new HashSet<>();
    private @Nullable Selector selector;
    private boolean closing;
    private volatile long plannedNanos = Line.NEVER;

    UdpLoop(NanoClock clock) {
        this(clock, UdpLoop::thread);
    }

    /** @param threads makes the one that looks after them */
    UdpLoop(NanoClock clock, ThreadFactory threads) {
        this.clock = clock;
        this.threads = threads;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "rdt", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Looks after a port from now on.
     *
     * @throws OutOfMemoryError when there is no thread for it; the next port tries again
     */
    synchronized void add(UdpPort port) throws IOException {
        Selector open = selector;
        if (open == null) {
            open = begin();
            selector = open;
        }
        port.channel().register(open, SelectionKey.OP_READ, port); // refused where it is closed already
        if (ports.add(port)) {
            open.wakeup();
        }
    }

    /** A selector that a thread looks at, as soon as the lock is free. */
    private Selector begin() throws IOException {
        Selector open = Selector.open();
        try {
            threads.newThread(() -> run(open)).start();
            return open;
        } catch (Throwable cannot) {
            open.close();
            throw cannot;
        }
    }

    /** A port was closed. */
    synchronized void remove(UdpPort port) {
        if (ports.remove(port) && selector != null) {
            closing = true;
            selector.wakeup();
        }
    }

    /** A port's channel is the system's again when the selector has let go of it. */
    synchronized void awaitGone(UdpPort port) {
        long end = clock.nanoTime() + CLOSE_LIMIT_NANOS;
        try {
            for (long left = CLOSE_LIMIT_NANOS;
                    left > 0 && port.channel().isRegistered();
                    left = end - clock.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** A port wants to be called at this time. */
    void wakeAt(long nanos) {
        if (nanos < plannedNanos) {
            plannedNanos = nanos;
            wakeUp();
        }
    }

    private synchronized void wakeUp() {
        if (selector != null) {
            selector.wakeup();
        }
    }

    private void run(Selector open) {
        Consumer<SelectionKey> ready = key -> ((UdpPort) key.attachment()).turn(clock.nanoTime());
        try (open) {
            while (!ended(open)) {
                open.select(ready, pauseMillis());
                if (clock.nanoTime() >= plannedNanos) {
                    callThoseDue();
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } finally {
            forget(open);
        }
    }

    /** Also where a fault ended it: the next port has a loop of its own. */
    private synchronized void forget(Selector ended) {
        if (selector == ended) {
            selector = null;
            ports.clear();
        }
    }

    private void callThoseDue() {
        for (UdpPort port : all()) {
            long now = clock.nanoTime();
            if (port.dueNanos() <= now) {
                port.turn(now);
            }
        }
    }

    private synchronized boolean ended(Selector open) throws IOException {
        if (closing) {
            closing = false;
            open.selectNow(key -> {}); // lets go of the closed
            notifyAll();
        }
        if (ports.isEmpty()) {
            selector = null;
        }
        return ports.isEmpty();
    }

    private synchronized List<UdpPort> all() {
        return List.copyOf(ports);
    }

    /** Until the first time that a port has asked for; at least a millisecond, and 0 for as long as it takes. */
    private long pauseMillis() {
        plannedNanos = Line.NEVER;
        long first = Line.NEVER;
        for (UdpPort port : all()) {
            first = Math.min(first, port.dueNanos());
        }
        plannedNanos = first;
        long left = first - clock.nanoTime();
        return first == Line.NEVER ? 0 : Math.max(1, TimeUnit.NANOSECONDS.toMillis(left) + 1);
    }
}
