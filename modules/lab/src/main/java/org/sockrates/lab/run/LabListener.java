package org.sockrates.lab.run;

import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Step;

/** Told how a run goes on, on the thread that runs. */
public interface LabListener {
    /** Listens to nothing. */
    LabListener SILENT = new LabListener() {};

    default void labStarts(LabDocument lab) {}

    /** Before a step runs; the place to ask its prediction. */
    default void stepStarts(LabDocument lab, Step step) {}

    default void stepEnds(LabDocument lab, StepResult result) {}

    default void labEnds(LabResult result) {}
}
