package org.sockrates.shell.learn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.run.Abilities;
import org.sockrates.lab.run.LabLimits;
import org.sockrates.lab.run.LabListener;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.LabRunner;
import org.sockrates.lab.run.SystemLabClock;

/** Labs that run one after the other, each in a room of its own; they can be ended, the command at work first. */
public final class LabRuns {
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
    public List<LabResult> run(List<LabDocument> labs, LabListener listener) {
        return runner.run(labs, listener);
    }

    /** From any thread. */
    public void stop() {
        runner.stop();
        LabInterpreter opened = atWork;
        if (opened != null) {
            opened.stop();
        }
    }
}
