package org.sockrates.shell.look;

import java.util.Locale;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.session.EventListener;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.TimeText;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SocketEvent;

/** Tells every call that was not typed, as it ends. */
final class TraceListener implements EventListener {
    private final Session session;
    private final Job job;

    TraceListener(Session session, Job job) {
        this.session = session;
        this.job = job;
    }

    @Override
    public void heard(String actor, SocketEvent event) {
        if (!actor.equals(Session.SELF) && !event.pending()) {
            double seconds = (event.endNanos() - event.startNanos()) / 1e9;
            job.news(String.format(
                    Locale.ROOT,
                    "%s %-9s %s <%.6f>",
                    TimeText.precise(session.wall().instant(), session.wall()),
                    actor,
                    CallText.of(event),
                    seconds));
        }
    }
}
