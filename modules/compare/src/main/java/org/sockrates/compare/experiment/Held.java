package org.sockrates.compare.experiment;

import org.sockrates.compare.Reading;

/** Whether something held, over all runs. */
enum Held {
    ALWAYS,
    AT_TIMES,
    NEVER;

    /** As a yes or no was read; what was not observed never held. */
    static Held of(Reading reading) {
        if (reading instanceof Reading.Measured measured && measured.high() > 0) {
            return measured.low() == 1 ? ALWAYS : AT_TIMES;
        }
        return NEVER;
    }
}
