package org.sockrates.lab.format;

import java.io.Closeable;
import java.io.IOException;
import org.sockrates.lab.run.LabResult;

/** Writes results one by one, as labs end, into a document for a program to read. Closing ends the document, once. */
public sealed interface ResultWriter extends Closeable permits JunitWriter, TapWriter, GradescopeWriter {
    /**
     * Adds a lab.
     *
     * @throws IOException when the output could not be written
     */
    void write(LabResult result) throws IOException;
}
