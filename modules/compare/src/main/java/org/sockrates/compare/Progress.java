package org.sockrates.compare;

/** Is told how far a comparison has come. Called by the thread that runs it, so it must be quick and must not throw. */
public interface Progress {
    /** Nobody looks. */
    Progress SILENT = new Progress() {};

    /**
     * A run begins.
     *
     * @param step of {@code steps}, from 1 on
     */
    default void began(String experiment, String transport, int step, int steps) {}

    /** An experiment is done; nothing about it changes any more. */
    default void finished(Result result) {}
}
