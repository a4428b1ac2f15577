package org.sockrates.shell.roles;

import java.io.Closeable;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.session.EventListener;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.text.CountText;

/**
 * The datagrams a client got from other addresses than it asked, and threw away: a server at every address of its machine
 * answers from the one its routes choose.
 */
final class OtherSenders implements EventListener, Closeable {
    private final Session session;
    private final String actor;
    private final InetSocketAddress asked;
    private @Nullable InetSocketAddress first;
    private boolean several;
    private long datagrams;

    /** @param actor whose receives are listened to */
    OtherSenders(Session session, String actor, InetSocketAddress asked) {
        this.session = session;
        this.actor = actor;
        this.asked = asked;
        session.listen(this);
    }

    @Override
    public synchronized void heard(String who, SocketEvent event) {
        InetSocketAddress sender = event.peer();
        if (!who.equals(actor) || sender == null || sender.equals(asked)) {
            return; // what is sent goes to whom it asks
        }
        several |= first != null && !first.equals(sender);
        first = first == null ? sender : first;
        datagrams++;
    }

    /** What there is to say of them; empty where there were none. */
    synchronized Optional<String> told() {
        InetSocketAddress sender = first;
        return sender == null
                ? Optional.empty()
                : Optional.of(CountText.print(datagrams, "datagram") + " came from " + CallText.address(sender)
                        + (several ? " and others" : "")
                        + ", another address than was asked; a connected socket would not get "
                        + (datagrams == 1 ? "it" : "them"));
    }

    @Override
    public void close() {
        session.unlisten(this);
    }
}
