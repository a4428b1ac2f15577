package org.sockrates.link.rule;

import java.util.Locale;

/** What became of a packet, in one word: the first of these from the end that is true. */
public enum Verdict {
    PASSED,
    DELAYED,
    REORDERED,
    CORRUPTED,
    /** It is the extra copy. */
    DUPLICATED,
    DROPPED;

    /** The word shown for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
