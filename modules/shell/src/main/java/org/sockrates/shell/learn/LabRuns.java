package org.sockrates.shell.learn;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.run.Abilities;
import org.sockrates.lab.run.LabLimits;
import org.sockrates.lab.run.LabListener;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.LabRunner;
import org.sockrates.lab.run.SystemLabClock;
import org.sockrates.shell.job.Job;

/** Labs that run one after the other, each in a room of its own, for a job: it ends them, the command at work first. */
final class LabRuns {
    private final LabRunner runner;
    private volatile @Nullable LabInterpreter atWork;

    /**
     * Labs to be run.
     *
     * @param programs opens the program a lab judges
     */
    LabRuns(LabRooms rooms, LabRooms.Programs programs, Abilities abilities) {
        runner = new LabRunner(
                lab -> {
                    LabInterpreter opened = rooms.open(lab, programs);
                    atWork = opened;
                    return opened;
                },
                abilities,
                LabLimits.USUAL,
                new SystemLabClock());
    }

    /** Runs them; the listener is told of each. */
    List<LabResult> run(List<LabDocument> labs, LabListener listener, Job job) throws IOException {
        return job.whileWaiting(this::stop, () -> runner.run(labs, listener));
    }

    /** From any thread. */
    private void stop() {
        runner.stop();
        LabInterpreter opened = atWork;
        if (opened != null) {
            opened.stop();
        }
    }
}
