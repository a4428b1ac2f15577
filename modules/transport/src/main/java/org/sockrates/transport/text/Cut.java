package org.sockrates.transport.text;

/** Where a text can be cut. */
public final class Cut {
    private Cut() {}

    /**
     * The place at or before another that parts no character of two code units.
     *
     * @param at from 0 to the text's length, which is such a place itself
     */
    public static int before(String text, int at) {
        boolean parts = at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return parts ? at - 1 : at;
    }
}
