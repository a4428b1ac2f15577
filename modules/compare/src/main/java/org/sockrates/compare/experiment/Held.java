package org.sockrates.compare.experiment;

import org.sockrates.compare.Reading;

/** Whether something held, over all runs. */
enum Held {
    ALWAYS,
    AT_TIMES,
    NEVER;

    /** As a yes or no was read; what was not observed never held. */
    static Held of(Reading reading) {
        if (reading.high().orElse(0) == 0) {
            return NEVER;
        }
        return reading.low().orElse(0) == 1 ? ALWAYS : AT_TIMES;
    }
}
