package org.sockrates.shell.learn;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.Interpreter.Outcome;
import org.sockrates.lab.document.FrontMatter;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.PacketHost;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.session.Defaults;
import org.sockrates.shell.session.Place;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.Traces;
import org.sockrates.shell.wire.WireAccess;

/**
 * A session as a lab wants it: where its sockets meet, what commands use when they are not told, the link of its place, TCP's
 * switches. All of it comes back to where it was; what was open, and what had passed, does not.
 */
final class LabStage {
    /** The longest a call of a lab waits, unless it sets that otherwise. */
    private static final Duration CALL_LIMIT = Duration.ofSeconds(5);

    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Session session;
    private final Defaults own;
    private final LinkSpec ownLink;
    private Optional<Traces.Beginning> ownTrace = Optional.empty();
    private Place.@Nullable Pinned pinned;

    private LabStage(Session session) throws IOException {
        this.session = session;
        own = session.defaults().copy();
        ownLink = session.place().link().map(PacketHost::link).orElse(LinkSpec.NONE);
    }

    /** Remembers a session as it is. */
    static LabStage of(Session session) throws IOException {
        return new LabStage(session);
    }

    /** Whether a lab's sockets meet on the wire. */
    static boolean isOnWire(FrontMatter wishes) {
        return wishes.path().filter(WireAccess.WIRE::equals).isPresent();
    }

    /**
     * Ends whatever a person has begun in the session, forgets what was seen in it, and lets its sockets meet where a lab's
     * do, with nothing done there before.
     *
     * @return what a capture says that was ended
     */
    List<String> clear(LabInterpreter here, FrontMatter wishes) throws IOException {
        ownTrace = session.traces().end(); // it would tell what the lab asks
        link(LinkSpec.NONE); // a reset that is late would meet the lab
        Clearing.of(session);
        List.of("stop *", "link drop *").forEach(line -> here.interpret(line, CLOSING));
        Clearing.of(session); // what a job has opened meanwhile
        Outcome captured = here.interpret("capture stop", CLOSING);
        session.forget();
        if (isOnWire(wishes)) {
            session.place().renew();
        } else {
            session.places().meetOnLoopback();
        }
        return captured.status() == ExitStatus.OK ? captured.lines() : List.of();
    }

    /** Whether a trace was ended, which begins again at the end. */
    boolean hushed() {
        return ownTrace.isPresent();
    }

    /** @throws IOException when the place or its TCP cannot be had as the lab wants it */
    void set(FrontMatter wishes) throws IOException {
        Defaults defaults = session.defaults();
        defaults.renew();
        defaults.timeout(CALL_LIMIT);
        wishes.transport().ifPresent(name -> session.use("lab", name));
        wishes.seed().ifPresent(defaults::seed);
        wishes.link().ifPresent(defaults::link);
        link(LinkSpec.parse(wishes.link().orElse(""), defaults.seed()));
        if (wishes.profile().isPresent()) {
            pinned = session.place().pin(wishes.profile().get());
        }
    }

    /** Nothing of what was ordered before is left. */
    private void link(LinkSpec rules) throws IOException {
        Optional<PacketHost> link = session.place().link();
        if (link.isPresent()) {
            link.get().forgetOrders();
            link.get().use(rules);
            link.get().resume();
        }
    }

    /** What was there before the lab came: of what cannot be put back nothing else is kept. */
    void restore() throws IOException {
        session.defaults().like(own);
        session.places().comeHome();
        Place.Pinned put = pinned;
        try {
            if (put != null) {
                put.restore();
            }
        } finally {
            restoreLink();
        }
    }

    private void restoreLink() throws IOException {
        try {
            link(ownLink);
        } finally {
            restoreTrace();
        }
    }

    private void restoreTrace() throws IOException {
        session.traces().end();
        if (ownTrace.isPresent()) {
            session.traces().begin(ownTrace.get());
        }
    }
}
