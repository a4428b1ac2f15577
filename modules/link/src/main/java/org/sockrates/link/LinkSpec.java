package org.sockrates.link;

/**
 * A link as people write it, in netem's words: {@code delay 20ms 5ms loss 5% seed 42}. Values only; see {@link Link} for
 * what they do.
 */
public record LinkSpec(String text, long seed) {
    /** A perfect link. */
    public static final LinkSpec NONE = new LinkSpec("", 0);
}
