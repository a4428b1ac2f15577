package org.sockrates.shell.look;

import java.util.Locale;
import org.sockrates.capture.analysis.TraceTime;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.session.EventListener;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.CallLines;
import org.sockrates.transport.SocketEvent;

/** Tells every call that was not typed, as it ends, with its time. */
final class TraceListener implements EventListener {
    private final Job job;
    private final long zeroNanos;

    /** @param zeroNanos from when times are told */
    TraceListener(Job job, long zeroNanos) {
        this.job = job;
        this.zeroNanos = zeroNanos;
    }

    @Override
    public void heard(String actor, SocketEvent event) {
        if (!actor.equals(Session.SELF) && !event.pending()) {
            String time = TraceTime.text(event.endNanos() - zeroNanos);
            String took = String.format(Locale.ROOT, " <%.6f>", (event.endNanos() - event.startNanos()) / 1e9);
            CallLines.listed(time + " " + actor + " ", event, took).forEach(job::news);
        }
    }
}
