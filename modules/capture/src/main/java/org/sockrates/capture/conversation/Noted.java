package org.sockrates.capture.conversation;

import java.net.InetSocketAddress;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.transport.SocketEvent;

/**
 * An event and its place among all events, which decides where times are equal. Not what it had to do with any other.
 *
 * @param stream whether the bytes of its transport form a stream
 * @param below what its transport travels over
 * @param order even, so that something can be put right behind it
 */
public record Noted(String actor, boolean stream, KernelProtocol below, SocketEvent event, long order) {
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

    public Moment begin() {
        return new Moment(event.startNanos(), order);
    }

    public Moment returned() {
        return new Moment(event.endNanos(), order);
    }

    /** When it has to do with the other end: who waits for another meets him when he comes, or gives up waiting. */
    public Moment met() {
        return event.call().takes() ? returned() : begin();
    }

    /** The first moment this call could return, if what it waited for was there from then on. */
    public Moment returnable(Moment there) {
        return begin().compareTo(there) > 0 ? begin() : new Moment(there.nanos(), there.order() + 1);
    }
}
