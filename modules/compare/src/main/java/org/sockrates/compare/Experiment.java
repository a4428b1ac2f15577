package org.sockrates.compare;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sockrates.link.Passage;
import org.sockrates.transport.Traits;

/**
 * One question about transports. CONTRIBUTING.md says what adding one takes.
 *
 * <p>{@link #observe} is plain, sequential, blocking code for one transport on one passage; it prints nothing, reads no
 * clock and starts no thread but the passage's. It asks the traits, for it is told no name, and nothing in it waits
 * without a limit. {@link #conclude} turns what was observed over every transport into one sentence, from the numbers.
 */
public interface Experiment {
    /** The word people type for it: {@code slow-reader}. */
    String name();

    /** The question it answers, with a question mark. */
    String question();

    /** How it asks, in one line: sizes, counts, pacing, warm-up. */
    String method(Settings settings);

    /** What it looks at, in the order it is shown; the first is what a summary shows. The same for every transport. */
    List<Measure> measures();

    /** Why this experiment has nothing to ask such a transport, or empty when it has. */
    default Optional<String> notApplicable(Traits traits) {
        return Optional.empty();
    }

    /**
     * Why it cannot be asked on such a passage, with the nearest path where it can, or empty when it can. Is asked before
     * {@link #observe}.
     */
    default Optional<String> impossible(Traits traits, Passage passage) {
        return Optional.empty();
    }

    /**
     * Asks one transport, once. Every socket is opened by the transport it is handed. What an experiment of somebody's own
     * throws unchecked becomes the reason, too; of one of ours it is a bug, and ends the comparison.
     *
     * @throws IOException what the world did; it becomes the reason why there are no figures
     */
    Observations observe(Run run) throws IOException;

    /**
     * Whether the same is asked once before, on the same path with no link, and what was seen is forgotten: what a program
     * loads at its first call takes longer than the call, and is no figure of a protocol. For one that times single calls;
     * where time is virtual nothing is rehearsed.
     */
    default boolean rehearsed(Traits traits) {
        return false;
    }

    /** One sentence that says what was seen, worked out from the figures; some of them, or all, may be absent. */
    String conclude(Result result);
}
