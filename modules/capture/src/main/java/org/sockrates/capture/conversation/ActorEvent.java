package org.sockrates.capture.conversation;

import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.transport.SocketEvent;

/**
 * An event, and whose. Every actor numbers its sockets by itself, as a process does, so a number alone is not enough.
 *
 * @param actor whoever made the call: empty for the person at the shell, {@code server 1}
 * @param stream whether its transport has connections: what goes over one can be counted through, be it cut into messages
 * @param below what its transport travels over; ports of one are not the other's
 */
public record ActorEvent(String actor, boolean stream, KernelProtocol below, SocketEvent event) {}
