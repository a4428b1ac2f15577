package org.sockrates.transport;

/**
 * Is told of every call. Called by the thread that made the call, so it must be quick and must not throw: who made the call
 * would meet it, though the call is done, or, told of its beginning, not made.
 */
@FunctionalInterface
public interface SocketObserver {
    void observe(SocketEvent event);
}
