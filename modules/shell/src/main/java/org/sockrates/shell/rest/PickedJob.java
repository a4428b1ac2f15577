package org.sockrates.shell.rest;

import java.util.List;
import java.util.Optional;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.WholeText;

/** Which job a number means, or which is meant without one. */
final class PickedJob {
    private PickedJob() {}

    /**
     * The job of a number; without one, the last that was started.
     *
     * @param others those that may be meant: any may end meanwhile
     */
    static Job of(String where, List<Word> words, Session session, List<Job> others) {
        Operands operands = new Operands(where, words, session);
        Optional<Word> picked = operands.nextIf(word -> true);
        operands.end();
        picked.ifPresent(word -> refuseUnlessNumber(where, word));
        if (others.isEmpty()) {
            throw new UsageException(where + ": no job runs; see  jobs");
        }
        if (picked.isEmpty()) {
            return others.get(others.size() - 1);
        }
        String word = picked.get().text();
        int number = WholeText.parse(where, word, 1, 9_999);
        return others.stream()
                .filter(other -> other.number() == number)
                .findFirst()
                .orElseThrow(() -> new UsageException(where, word, "a job that runs; see  jobs"));
    }

    static void refuseUnlessNumber(String where, Word word) {
        if (!word.text().matches("[0-9]+")) {
            throw new UsageException(where, word.text(), "a job's number, as  jobs  shows it");
        }
    }
}
