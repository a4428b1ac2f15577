package org.sockrates.capture;

import java.net.InetSocketAddress;
import org.sockrates.transport.SocketEvent;

/**
 * An event and its place among all events, which decides where times are equal.
 *
 * @param stream whether the bytes of its transport form a stream
 * @param below what its transport travels over
 * @param order even, so that something can be put right behind it
 */
record Noted(String actor, boolean stream, KernelProtocol below, SocketEvent event, long order) {
    /** The same, with the other end's address. */
    Noted from(InetSocketAddress peer) {
        SocketEvent told = new SocketEvent(
                event.startNanos(),
                event.endNanos(),
                event.socket(),
                event.transport(),
                event.call(),
                event.arguments(),
                event.outcome(),
                event.local(),
                peer);
        return new Noted(actor, stream, below, told, order);
    }

    Moment begin() {
        return new Moment(event.startNanos(), order);
    }

    Moment returned() {
        return new Moment(event.endNanos(), order);
    }

    /** When it has to do with the other end: who waits for another meets him when he comes, or gives up waiting. */
    Moment met() {
        return event.call().takes() ? returned() : begin();
    }

    /** The first moment this call could return, if what it waited for was there from then on. */
    Moment returnable(Moment there) {
        return begin().compareTo(there) > 0 ? begin() : new Moment(there.nanos(), there.order() + 1);
    }
}
