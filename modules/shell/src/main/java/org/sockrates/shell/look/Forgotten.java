package org.sockrates.shell.look;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.shell.session.JournalEntry;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.TimeText;

/**
 * That the calls before a moment are in no journal any more.
 *
 * @param before by the wall clock
 * @param nanos the same on the clock of the events
 * @param kept how many events the journal keeps
 */
record Forgotten(String before, long nanos, int kept) {
    /** What came before the entries that a session has kept; empty where that is nothing. */
    static Optional<Forgotten> before(List<JournalEntry> kept, Session session) {
        return kept.stream()
                .findFirst()
                .filter(first -> first.sequence() > 1)
                .map(first -> new Forgotten(
                        TimeText.of(first.at(), session.wall()), first.event().endNanos(), kept.size()));
    }

    /** Whether a ladder may lack some of it. */
    boolean cuts(Ladder ladder) {
        return !ladder.whole()
                || (!ladder.rows().isEmpty() && ladder.rows().get(0).nanos() < nanos);
    }

    String text() {
        return String.format(
                Locale.ROOT, "what was before %s is forgotten (the session keeps %,d events)", before, kept);
    }
}
