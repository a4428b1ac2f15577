package org.sockrates.compare.experiment;

import java.util.Optional;
import org.sockrates.link.LinkReport;
import org.sockrates.transport.Traits;

/** What never arrived, where it is known only as the difference of what was sent and what was received. */
final class Missing {
    static final String UNDER_WAY = "the rest was still on its way when time was up";

    static final String COPIES = "the link made copies, and one that arrives hides a loss";

    private Missing() {}

    /**
     * Why the difference says nothing, or empty when it does.
     *
     * @param complete whether nothing more can arrive
     * @param link what it did; the copies it made arrive, unless the transport knows them for copies
     */
    static Optional<String> unknown(boolean complete, Traits traits, LinkReport link) {
        if (!complete) {
            return Optional.of(UNDER_WAY);
        }
        return link.duplicated() > 0 && !traits.reliable() ? Optional.of(COPIES) : Optional.empty();
    }
}
