package org.sockrates.lab.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a lab is to judge did not come up: the fault is not the lab's, and the lab has failed. */
public final class SubmissionException extends IOException {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> remarks;

    /** @param remarks see {@link LabResult#remarks} */
    public SubmissionException(String message, List<String> remarks) {
        super(message);
        this.remarks = new ArrayList<>(remarks);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }
}
