package org.sockrates.link.rule;

import java.util.Locale;

/** Which way a packet goes, in Toxiproxy's words: {@code upstream} is from the client to the server. */
public enum Way {
    UPSTREAM,
    DOWNSTREAM;

    /** The part of a seed from which the rules of this way draw, each from a part behind it. */
    public int firstPart() {
        return this == UPSTREAM ? 0 : Rule.PARTS;
    }

    /** The word people type for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
