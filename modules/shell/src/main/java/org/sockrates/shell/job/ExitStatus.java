package org.sockrates.shell.job;

/** The statuses a command, a script and the process end with. */
public final class ExitStatus {
    /** All held. */
    public static final int OK = 0;
    /** It ran, and an expectation did not hold. */
    public static final int DID_NOT_HOLD = 1;
    /** The line cannot be meant. */
    public static final int USAGE = 2;
    /** A lab or an input file is wrong. */
    public static final int BAD_FILE = 3;
    /** The peer, the network, or a limit of the system. */
    public static final int NETWORK = 4;
    /** Something is missing on this machine: an ability, a permission, a tool. */
    public static final int MISSING = 5;
    /** A bug of ours. */
    public static final int BUG = 70;
    /** The output could not be written. */
    public static final int OUTPUT = 74;
    /** A time limit passed. */
    public static final int TIME_LIMIT = 124;
    /** Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitStatus() {}
}
