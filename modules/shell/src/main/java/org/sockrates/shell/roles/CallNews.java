package org.sockrates.shell.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.sockrates.shell.session.EventListener;
import org.sockrates.shell.text.CallLines;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;

/**
 * What one server's sockets do, as news: every call at a walking pace, and only a count of the rest when it runs. It
 * keeps time by the events' own. A shortage of descriptors is told by {@link ShortageNews}.
 */
final class CallNews implements EventListener, AutoCloseable {
    private static final int MOST_A_SECOND = 20;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final String actor;
    private final Consumer<String> voice;
    private final Executor aSecondLater;
    private long secondBegan;
    private int told;
    private long untold;

    CallNews(String actor, Consumer<String> voice) {
        this(actor, voice, CompletableFuture.delayedExecutor(SECOND_NANOS, TimeUnit.NANOSECONDS));
    }

    /** @param aSecondLater runs what it is given a second later, when no call may come any more */
    CallNews(String actor, Consumer<String> voice, Executor aSecondLater) {
        this.actor = actor;
        this.voice = voice;
        this.aSecondLater = aSecondLater;
    }

    @Override
    public void heard(String who, SocketEvent event) {
        boolean toldElsewhere = event.pending() || ShortageNews.isShortage(event);
        if (who.equals(actor) && !toldElsewhere && !cutShort(event)) {
            claim(event).forEach(voice);
        }
    }

    /** A call that waited when the server itself closed its socket. */
    private static boolean cutShort(SocketEvent event) {
        return event.failedWith(Errno.EBADF);
    }

    /** What to say now, or nothing: this second has had its share. */
    private synchronized List<String> claim(SocketEvent event) {
        List<String> lines = new ArrayList<>();
        if (event.endNanos() - secondBegan >= SECOND_NANOS || told == 0) {
            secondBegan = event.endNanos();
            told = 0;
            lines.addAll(rest());
        }
        if (told >= MOST_A_SECOND) {
            if (untold++ == 0) {
                tellLater();
            }
        } else {
            told++;
            lines.addAll(CallLines.listed(actor + " ", event, ""));
        }
        return lines;
    }

    private void tellLater() {
        long second = secondBegan;
        try {
            aSecondLater.execute(() -> tellRest(() -> second == secondBegan));
        } catch (OutOfMemoryError noThread) {
            // then the next call tells it, or the end
        }
    }

    private List<String> rest() {
        List<String> lines = untold == 0 ? List.of() : List.of(actor + " … " + untold + " calls more");
        untold = 0;
        return lines;
    }

    /** @param due asked under the lock: the next second may have begun, with what was left and with its own to count */
    private void tellRest(BooleanSupplier due) {
        List<String> rest;
        synchronized (this) {
            rest = due.getAsBoolean() ? rest() : List.of();
        }
        rest.forEach(voice);
    }

    /** The server has ended: says what is left to say. */
    @Override
    public void close() {
        tellRest(() -> true);
    }
}
