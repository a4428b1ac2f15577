package org.sockrates.shell.look;

import java.util.Locale;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.session.EventListener;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.TimeText;
import org.sockrates.shell.text.CallLines;
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
            String time = TimeText.of(session.wall().instant(), session.wall());
            String took = String.format(Locale.ROOT, " <%.6f>", (event.endNanos() - event.startNanos()) / 1e9);
            CallLines.listed(time + " " + actor + " ", event, took).forEach(job::news);
        }
    }
}
