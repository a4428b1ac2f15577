package org.sockrates.link;

import java.util.Optional;

/**
 * What lies between the ends of a passage, to be changed while it is open: by an experiment that chooses which packet is
 * lost. It holds for this passage only.
 */
public interface LinkControl {
    /** The link in use. */
    LinkSpec link();

    /** Why this passage cannot have such a link, or empty when it can; see {@link Path#refusal}. */
    Optional<String> refusal(LinkSpec link);

    /**
     * Changes the link; what is under way keeps its time. Packets are numbered from 1 again.
     *
     * @throws org.sockrates.transport.UsageException when {@link #refusal} has a reason
     */
    void use(LinkSpec link);
}
