package org.sockrates.shell.look;

import java.util.List;
import java.util.Locale;
import org.sockrates.shell.session.EventListener;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.Teller;
import org.sockrates.shell.text.CallLines;
import org.sockrates.transport.SocketEvent;

/** Has every call told that was not typed, as it ends, with its time. */
final class TraceListener implements EventListener {
    private final Teller teller;

    TraceListener(Teller teller) {
        this.teller = teller;
    }

    @Override
    public void heard(String actor, SocketEvent event) {
        if (!actor.equals(Session.SELF) && !event.pending()) {
            teller.keepPatiently(event.endNanos(), () -> lines(actor, event));
        }
    }

    private List<String> lines(String actor, SocketEvent event) {
        String took = String.format(Locale.ROOT, " <%.6f>", (event.endNanos() - event.startNanos()) / 1e9);
        return CallLines.listed(teller.time(event.endNanos()) + " " + actor + " ", event, took);
    }
}
