package org.sockrates.sim.tcp;

import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Errno;
import org.sockrates.transport.rdt.Line;

/** What is remembered of a connection (RFC 9293 §3.3.1 calls it the transmission control block). */
final class Tcb {
    private static final ByteRing NOTHING = new ByteRing(1);

    final Receiver receiver;
    final Acknowledgements acknowledgements;
    final Outgoing outgoing;
    final Sender sender;
    TcpState state = TcpState.LISTEN;

    /** Whether this end asked, and was not asked. */
    boolean asked;

    /** Whether the program has said that it will send no more. */
    boolean finishing;

    @Nullable
    Errno failure;

    Tcb(ModelSettings settings, Line line) {
        receiver = new Receiver(settings.receiveBufferBytes(), settings.segmentBytes());
        acknowledgements = new Acknowledgements(receiver);
        outgoing = new Outgoing(settings, line, receiver, acknowledgements);
        sender = new Sender(settings, outgoing, acknowledgements);
    }

    /** This end has said that it ends: the states on the left of RFC 9293's figure 5. */
    void leave() {
        if (state == TcpState.ESTABLISHED) {
            state = TcpState.FIN_WAIT_1;
        } else if (state == TcpState.CLOSE_WAIT) {
            state = TcpState.LAST_ACK;
        }
    }

    void fail(Errno why) {
        failure = why;
        state = TcpState.CLOSED;
        sender.stop();
    }

    /** Sends an acknowledgement alone. */
    void acknowledge() {
        outgoing.segment(sender.next(), 0, NOTHING, 0);
    }
}
