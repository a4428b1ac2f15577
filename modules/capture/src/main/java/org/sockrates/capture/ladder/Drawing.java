package org.sockrates.capture.ladder;

/** What a picture is made of. It is not how wide it is. */
public enum Drawing {
    /** Box-drawing characters, and dots for curves. */
    UNICODE,
    /** Plain ASCII. */
    ASCII,
    /** No picture where sentences say the same, a line a row; else plain ASCII. */
    WORDS;

    /** Whether it needs a terminal that shows more than ASCII. */
    public boolean isUnicode() {
        return this == UNICODE;
    }
}
