package org.sockrates.shell.job;

/** Who wrote a line: what a person typed may do more than what was read from somewhere. */
public enum Origin {
    /** Typed at the prompt. */
    PROMPT,
    /** The arguments of this process. */
    ARGUMENTS,
    /** A file or a pipe. */
    SCRIPT,
    /** A lab. */
    LAB;

    /** Whether a person typed it, this moment. */
    public boolean typed() {
        return this == PROMPT || this == ARGUMENTS;
    }
}
