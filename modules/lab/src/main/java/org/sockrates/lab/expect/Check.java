package org.sockrates.lab.expect;

/** What came of comparing what a command showed with what it must show. */
public sealed interface Check {
    /**
     * It showed what it must.
     *
     * @param captures those before, and what these lines caught
     */
    record Holds(Captures captures) implements Check {}

    /**
     * It did not.
     *
     * @param captures those before, and what the lines up to the difference caught
     */
    record Differs(Difference difference, Captures captures) implements Check {}

    /** The comparison was given up: a pattern that never ends. */
    record Undecided(String reason) implements Check {}
}
