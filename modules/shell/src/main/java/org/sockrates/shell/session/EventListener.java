package org.sockrates.shell.session;

import org.sockrates.transport.SocketEvent;

/** Hears every event of a session, on the thread that made the call. Must be quick. */
@FunctionalInterface
public interface EventListener {
    /**
     * Hears one event.
     *
     * @param actor who made the call: {@code shell}, {@code server 1}, {@code client 2}
     */
    void heard(String actor, SocketEvent event);
}
