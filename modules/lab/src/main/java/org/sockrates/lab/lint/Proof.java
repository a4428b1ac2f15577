package org.sockrates.lab.lint;

/** What a command proves that has succeeded: of a program that is judged, or of a student. */
public enum Proof {
    /** What it did itself: whatever the program does, it succeeds, and shows the same. */
    OF_ITSELF,

    /** What it shows, and no more: it succeeds whatever that is. */
    BY_WHAT_IT_SHOWS,

    /** That somebody listened; where a transport has no connections, no more than what it did itself. */
    OF_WHO_LISTENS,

    /** That there was somebody who did his part. */
    OF_OTHERS,

    /** The same, and that every byte of what it shows the beginning of is right. */
    OF_EVERY_BYTE,

    /** The same of what was there at once, which of a stream may be a part; where messages come whole no less than that. */
    OF_EVERY_BYTE_AT_ONCE
}
