package org.sockrates.transport.rdt.socket;

/**
 * Where calls wait until something has happened. It counts what happens, so that nothing that happens between a look and
 * the wait is missed: look at the count, look whether the call can go on, wait for the count to change.
 */
public interface Turnstile {
    /** How much has happened so far. */
    long count();

    /** Something has happened: whoever waits goes on. */
    void advance();

    /**
     * Waits until more has happened than that, or the time is over.
     *
     * @param nanos at least 1
     */
    void await(long seen, long nanos);

    /** Looks again soon, without sleeping where time is real. */
    default void spin(long seen) {
        Thread.onSpinWait();
    }
}
