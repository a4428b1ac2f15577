package org.sockrates.shell.learn;

import com.beust.jcommander.Parameter;
import org.sockrates.shell.command.Outside;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.session.Reach;
import org.sockrates.transport.UsageException;

/** How far the lines of labs may speak that a person runs. */
public final class ReachOption {
    @Parameter(names = Outside.OPTION, description = "let labs ask other machines, look names up, and be asked")
    private boolean allowRemote;

    /** Whether it was given. */
    public boolean given() {
        return allowRemote;
    }

    /**
     * What was chosen.
     *
     * @param where the command, for messages
     * @throws UsageException when a script has chosen more than it may
     */
    public Reach read(String where, Job job) {
        if (allowRemote && !job.origin().typed()) {
            throw new UsageException(
                    where + ": " + Outside.OPTION + " in a script or lab (expected: typed by a person)");
        }
        return allowRemote ? Reach.ANY_MACHINE : Reach.THIS_MACHINE;
    }
}
