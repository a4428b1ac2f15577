package org.sockrates.shell.command;

import java.io.IOException;
import java.util.List;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;

/**
 * One command, made anew for each line. Its fields are its options and operands, filled by the parser; its help, completion
 * and tail tip are read from the same declarations.
 */
public interface Command {
    /**
     * Does it, once.
     *
     * @throws org.sockrates.transport.UsageException when the line cannot be meant
     * @throws IOException when the world does not play along
     */
    Reply run(Session session, Job job) throws IOException;

    /** Whether only a person may give it: it starts programs or labs, or is about who types. No lab may have it. */
    default boolean isForPeople() {
        return false;
    }

    /**
     * What it proves that it has succeeded, for {@code labs review}: points are for somebody's part in it.
     *
     * @param behind the words behind its own, without options and their values; of what was quoted, {@link Word#marked}
     */
    default Proof proof(List<String> behind) {
        return Proof.BY_WHAT_IT_SHOWS;
    }
}
