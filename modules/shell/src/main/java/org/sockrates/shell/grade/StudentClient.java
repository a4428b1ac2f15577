package org.sockrates.shell.grade;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.run.SubmissionException;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.SystemClock;

/** A student's client beside a lab: it is started when the lab has captured whom it is to ask, and he listens. */
final class StudentClient extends StudentProgram {
    private final Session session;
    private final Grace grace;
    private volatile @Nullable Door door; // when it is known

    /**
     * A client that begins when it knows whom to ask.
     *
     * @param takes names of what it is told beside
     * @param session the lab's
     * @param most the time it may take until it is met
     */
    StudentClient(ProgramCall call, List<String> takes, Session session, Duration most) {
        super(call, takes);
        this.session = session;
        grace = new Grace(SystemClock.INSTANCE, most);
    }

    @Override
    String unstarted() {
        if (door == null) {
            return "not started: its port is not known yet";
        }
        return "not started: " + (knowsAll() ? "nobody listens at its port yet" : "not all it takes is known yet");
    }

    @Override
    public Map<String, String> given() {
        return Map.of();
    }

    @Override
    public void captured(String placeholder, String value) {
        super.captured(placeholder, value);
        boolean waits = door == null && trouble().isEmpty();
        if (!waits || !placeholder.equals(ProgramRole.PORT)) {
            mayBegin(); // where that was the last it takes
            return;
        }
        if (value.matches("[1-9][0-9]{0,4}")) {
            door = new Door(session, Integer.parseInt(value));
            mayBegin();
        } else {
            cannotBeStarted("{port} is " + value + " (expected: a port)");
        }
    }

    @Override
    public void mayBegin() {
        Door known = door;
        if (known != null && running() == null && !known.isShut()) {
            ask(known);
        }
    }

    @Override
    public void mustBegin() {
        Door known = door;
        if (known != null) {
            ask(known);
        }
    }

    private synchronized void ask(Door known) {
        if (running() != null || !trouble().isEmpty() || !knowsAll()) {
            return;
        }
        try {
            grace.begin();
            start(known.host(), known.port());
        } catch (IOException refused) {
            cannotBeStarted(String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public synchronized boolean restart() throws IOException {
        Door known = door;
        boolean tried = running() != null || !trouble().isEmpty();
        if (known == null || !tried) {
            throw new SubmissionException(standing().state(), List.of());
        }
        if (standing().runs()) {
            return false;
        }
        grace.begin();
        start(known.host(), known.port());
        if (!trouble().isEmpty()) {
            throw new SubmissionException(trouble(), List.of());
        }
        return true;
    }

    @Override
    public Duration await(@Nullable InetSocketAddress local) {
        RunningProgram begun = running();
        Door known = door;
        boolean may = begun != null
                && known != null
                && local != null
                && known.leadsTo(local.getPort())
                && begun.status().isEmpty();
        return may ? grace.await() : Duration.ZERO;
    }

    @Override
    public void awaited(boolean met) {
        grace.end(met);
    }

    @Override
    public Duration pardoned() {
        return grace.pardoned();
    }

    @Override
    public boolean shutOut() {
        return door != null && running() == null && trouble().isEmpty();
    }
}
