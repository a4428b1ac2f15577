package org.sockrates.link;

import java.util.Optional;

/**
 * What lies between two ends, to be changed while they talk: by a person, or by an experiment that chooses which packet is
 * lost. Of a passage it holds for this passage only.
 */
public interface LinkControl {
    /** The link in use. */
    LinkSpec link();

    /** Why there cannot be such a link, or empty when there can; see {@link Path#refusal}. */
    default Optional<String> refusal(LinkSpec link) {
        return Optional.empty();
    }

    /**
     * Changes the link; what is under way keeps its time. Packets are numbered from 1 again.
     *
     * @throws org.sockrates.transport.UsageException when {@link #refusal} has a reason
     */
    void use(LinkSpec link);
}
