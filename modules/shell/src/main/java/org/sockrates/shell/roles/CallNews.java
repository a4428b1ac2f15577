package org.sockrates.shell.roles;

import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.sockrates.shell.session.EventListener;
import org.sockrates.transport.Call;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SocketEvent;

/**
 * What one server's sockets do, as news: every call at a walking pace, and only a count of the rest when it runs. It
 * keeps time by the events' own.
 */
final class CallNews implements EventListener {
    private static final int MOST_A_SECOND = 20;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final String actor;
    private final int port;
    private final Consumer<String> voice;
    private final Set<Integer> mine = ConcurrentHashMap.newKeySet();
    private long secondBegan;
    private int told;
    private long untold;

    CallNews(String actor, InetSocketAddress address, Consumer<String> voice) {
        this.actor = actor;
        this.port = address.getPort();
        this.voice = voice;
    }

    @Override
    public void heard(String who, SocketEvent event) {
        if (!who.equals(actor) || event.pending() || !isMine(event)) {
            return;
        }
        String text = claim(event);
        if (!text.isEmpty()) {
            voice.accept(text);
        }
    }

    private boolean isMine(SocketEvent event) {
        InetSocketAddress local = event.local();
        if (local != null && local.getPort() == port) {
            mine.add(event.socket());
            return true;
        }
        return mine.contains(event.socket()) && (event.call() != Call.CLOSE || mine.remove(event.socket()));
    }

    /** The line to say now, or nothing: this second has had its share. */
    private synchronized String claim(SocketEvent event) {
        if (event.endNanos() - secondBegan >= SECOND_NANOS || told == 0) {
            secondBegan = event.endNanos();
            String missed = untold == 0 ? "" : "  (and " + untold + " calls more before it)";
            told = 1;
            untold = 0;
            return line(event) + missed;
        }
        if (told >= MOST_A_SECOND) {
            untold++;
            return "";
        }
        told++;
        return line(event);
    }

    private String line(SocketEvent event) {
        return actor + ": " + CallText.of(event);
    }
}
