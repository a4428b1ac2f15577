package org.sockrates.bench.row;

import java.io.IOException;
import org.sockrates.bench.figure.Section;

/** One row of the bench: a question about how good we are, answered by measuring. */
public interface Row {
    /** The word people type for it. */
    String word();

    /** Measures; what is missing here becomes a finding that says so. */
    Section measure(Plan plan) throws IOException;
}
