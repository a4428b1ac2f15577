package org.sockrates.shell.session;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.FailedCall;
import org.sockrates.shell.text.CallLines;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;

/** The last events of a session, at most so many; older ones are forgotten and counted. */
public final class Journal implements EventListener {
    private final int most;
    private final Clock wall;
    private final ArrayDeque<JournalEntry> entries = new ArrayDeque<>();
    private long heard;
    private @Nullable LastFailure told;
    private long toldAfter;

    /** @param most at least 1 */
    Journal(int most, Clock wall) {
        this.most = most;
        this.wall = wall;
    }

    @Override
    public synchronized void heard(String actor, SocketEvent event) {
        if (entries.size() == most) {
            entries.removeFirst();
        }
        entries.addLast(new JournalEntry(++heard, wall.instant(), actor, event));
    }

    /** What is kept, oldest first. */
    public synchronized List<JournalEntry> entries() {
        return new ArrayList<>(entries);
    }

    /** A call of the session's own has failed, and so much was said about it. */
    public synchronized void told(FailedCall call) {
        told = new LastFailure(wall.instant(), call);
        toldAfter = heard;
    }

    /** The last call that failed: as its caller was told, or one of a server or client that no close has ended. */
    public synchronized Optional<LastFailure> lastFailure() {
        Iterable<JournalEntry> latestFirst = entries::descendingIterator;
        return StreamSupport.stream(latestFirst.spliterator(), false)
                .takeWhile(entry -> told == null || entry.sequence() > toldAfter)
                .flatMap(entry -> failure(entry).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(told));
    }

    private static Optional<LastFailure> failure(JournalEntry entry) {
        boolean own = entry.actor().equals(Session.SELF);
        if (!(entry.event().outcome() instanceof Failed failed) || (!own && failed.errno() == Errno.EBADF)) {
            return Optional.empty();
        }
        List<String> lines =
                own ? CallLines.alone(entry.event(), "") : CallLines.listed(entry.actor() + " ", entry.event(), "");
        return Optional.of(
                new LastFailure(entry.at(), new FailedCall(failed.errno(), CallText.of(entry.event()), lines)));
    }

    /**
     * The last call that failed.
     *
     * @param at when it was told of
     */
    public record LastFailure(Instant at, FailedCall call) {}

    /** How many events were forgotten. */
    public synchronized long forgotten() {
        return heard - entries.size();
    }

    /** Forgets all. */
    public synchronized void clear() {
        entries.clear();
        heard = 0;
        told = null;
    }
}
