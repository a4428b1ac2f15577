package org.sockrates.shell.command;

import java.io.IOException;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;

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
}
