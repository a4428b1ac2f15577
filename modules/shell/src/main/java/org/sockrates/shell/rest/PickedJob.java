package org.sockrates.shell.rest;

import java.util.List;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.WholeText;

/** Which job a number means, or which is meant without one. */
final class PickedJob {
    private PickedJob() {}

    /** The job of a number; without one, the last that was started. */
    static Job of(String where, List<Word> words, Session session, Job asking) {
        One.atMost(where, words);
        List<Job> others = session.jobs().all().stream()
                .filter(other -> !other.equals(asking))
                .toList();
        if (others.isEmpty()) {
            throw new UsageException(where + ": no job runs; see  jobs");
        }
        if (words.isEmpty()) {
            return others.get(others.size() - 1);
        }
        int number = WholeText.parse(where, words.get(0).text(), 1, 9_999);
        return others.stream()
                .filter(other -> other.number() == number)
                .findFirst()
                .orElseThrow(() -> new UsageException(where, words.get(0).text(), "a job that runs; see  jobs"));
    }
}
