package org.sockrates.sim.check;

/** Ends a call in which something is broken already: nobody would wait for the end of a loop that sends. */
final class StormException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StormException() {
        super("this run is over", null, false, false);
    }
}
