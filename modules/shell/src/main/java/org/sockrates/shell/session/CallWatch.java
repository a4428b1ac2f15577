package org.sockrates.shell.session;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.Job;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.UsageException;

/** Picks, from everything that is observed, the event of the call that this very thread makes for a job. */
final class CallWatch implements EventListener {
    private static final ThreadLocal<@Nullable Watched> WATCHED = new ThreadLocal<>();

    private static final class Watched {
        private final Job job;
        private @Nullable SocketEvent last;

        Watched(Job job) {
            this.job = job;
        }
    }

    @Override
    public void heard(String actor, SocketEvent event) {
        Watched mine = WATCHED.get();
        if (mine == null) {
            return;
        }
        if (event.pending()) {
            mine.job.unfinished(CallText.of(event));
        } else {
            mine.job.unfinished(null);
            mine.last = event;
        }
    }

    /** Makes a call; its failure is in the event, not thrown. Empty when nobody was told of it. */
    Optional<SocketEvent> watch(Job job, SocketAction action) throws IOException {
        Watched mine = new Watched(job);
        WATCHED.set(mine);
        try {
            action.run();
        } catch (SocketCallException failure) {
            if (mine.last == null || !mine.last.failed()) {
                throw failure;
            }
        } finally {
            WATCHED.remove();
        }
        return Optional.ofNullable(mine.last);
    }

    /** Of a call that nobody was told of. */
    static UsageException toldNobody(String transport) {
        return new UsageException("transport: " + SafeText.quote(transport)
                + " told its observer of no call (expected: what observed(...) answers opens its sockets by"
                + " ObservedSocket.create)");
    }
}
