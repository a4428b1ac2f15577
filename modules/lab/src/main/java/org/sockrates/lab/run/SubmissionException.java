package org.sockrates.lab.run;

import java.io.IOException;

/** What a lab is to judge did not come up: the fault is not the lab's, and the lab has failed. */
public final class SubmissionException extends IOException {
    private static final long serialVersionUID = 1L;

    public SubmissionException(String message) {
        super(message);
    }
}
