package org.sockrates.link;

/**
 * Is told of every packet a {@link LinkHost} decides about. Called by the host's own thread: it must be quick. One
 * that throws is told of nothing more. It may close a relay.
 */
@FunctionalInterface
public interface PacketObserver {
    void observe(PassedPacket packet);
}
