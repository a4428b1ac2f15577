package org.sockrates.lab.run;

import org.sockrates.lab.document.LabDocument;

/** Told how a run goes on, on the thread that runs. */
public interface LabListener {
    /** Listens to nothing. */
    LabListener SILENT = new LabListener() {};

    default void labStarts(LabDocument lab) {}

    default void labEnds(LabResult result) {}
}
