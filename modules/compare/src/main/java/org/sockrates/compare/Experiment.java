package org.sockrates.compare;

import java.io.IOException;
import org.sockrates.link.Passage;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;

/**
 * One question about transports. Adding one is one file and its test.
 *
 * <p>{@link #observe} is plain, sequential, blocking code for one transport on one passage; it prints nothing, reads no
 * clock and starts no thread but the passage's. {@link #conclude} turns what was observed over every transport into one
 * sentence, from the numbers.
 */
public interface Experiment {
    /** The word people type for it: {@code slow-reader}. */
    String name();

    /** The question it answers, with a question mark. */
    String question();

    /** Why this experiment has nothing to ask such a transport, or empty when it has. */
    default java.util.Optional<String> notApplicable(Traits traits) {
        return java.util.Optional.empty();
    }

    /** Asks one transport, once. */
    Observations observe(Transport transport, Passage passage, Settings settings) throws IOException;

    /** One sentence that says what was seen, worked out from the figures. */
    String conclude(Result result);
}
