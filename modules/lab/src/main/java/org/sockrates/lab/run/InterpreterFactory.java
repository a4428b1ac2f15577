package org.sockrates.lab.run;

import java.io.IOException;
import org.sockrates.lab.Interpreter;
import org.sockrates.lab.document.LabDocument;

/** Opens a fresh interpreter for a lab, with the transport, path, link and seed its front matter names. */
@FunctionalInterface
public interface InterpreterFactory {
    /**
     * Opens one; the runner closes it. A {@link RuntimeException} is told like an {@link IOException}, with its name.
     *
     * @throws SubmissionException when the program it judges did not come up: the lab is then {@link LabVerdict#FAILED},
     *     with this message
     * @throws java.io.InterruptedIOException when somebody stopped it meanwhile: {@link LabVerdict#INTERRUPTED}
     * @throws IOException when it cannot be had: the lab is then {@link LabVerdict#NOT_STARTED}, with this message
     */
    Interpreter open(LabDocument lab) throws IOException;
}
