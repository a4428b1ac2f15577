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

/** Labs that run one after the other, each in a room of its own; they can be ended, the command at work first. */
public final class LabRuns {
    private final LabRunner runner;
    private volatile @Nullable LabInterpreter atWork;

    /** Opens the room of a lab. */
    interface Room {
        /**
         * Opens it.
         *
         * @throws IOException when it cannot be had
         */
        LabInterpreter open(LabDocument lab) throws IOException;
    }

    /**
     * Labs to be run.
     *
     * @param rooms opens the room of a lab
     */
    LabRuns(Room rooms, Abilities abilities) {
        runner = new LabRunner(
                lab -> {
                    LabInterpreter opened = rooms.open(lab);
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
