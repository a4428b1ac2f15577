package org.sockrates.shell.session;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;

/** The last events of a session, at most so many; older ones are forgotten and counted. */
public final class Journal implements EventListener {
    private final int most;
    private final Clock wall;
    private final ArrayDeque<JournalEntry> entries = new ArrayDeque<>();
    private long heard;

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

    /** The last call that failed, of those that are kept; but for those of servers and clients that their close has ended. */
    public synchronized Optional<JournalEntry> lastFailure() {
        Iterable<JournalEntry> latestFirst = entries::descendingIterator;
        return StreamSupport.stream(latestFirst.spliterator(), false)
                .filter(entry -> entry.event().outcome() instanceof Failed failed
                        && (entry.actor().equals(Session.SELF) || failed.errno() != Errno.EBADF))
                .findFirst();
    }

    /** How many events were forgotten. */
    public synchronized long forgotten() {
        return heard - entries.size();
    }

    /** Forgets all. */
    public synchronized void clear() {
        entries.clear();
        heard = 0;
    }
}
