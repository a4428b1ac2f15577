package org.sockrates.bench.figure;

/** What came of a question: a figure, or the reason why there is none. */
public sealed interface Finding permits Figure, Skipped, Failed {
    /** What was asked, in a few words. */
    String name();
}
