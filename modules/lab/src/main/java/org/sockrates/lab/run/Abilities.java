package org.sockrates.lab.run;

import java.util.Optional;

/** What this machine can do, as far as labs ask for it in {@code requires}, and by the path they name. */
@FunctionalInterface
public interface Abilities {
    /** Whatever is asked for is there. */
    Abilities ALL = ability -> Optional.empty();

    /** Why an ability is missing here, in a few words; empty when it is not. */
    Optional<String> missing(String ability);
}
