package org.sockrates.shell.session;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.transport.SocketEvent;

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
