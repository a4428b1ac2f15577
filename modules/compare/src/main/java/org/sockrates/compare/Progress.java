package org.sockrates.compare;

/** Is told how far a comparison has come. Called by the thread that runs it, so it must be quick and must not throw. */
@FunctionalInterface
public interface Progress {
    /** Nobody looks. */
    Progress SILENT = result -> {};

    /**
     * A run begins.
     *
     * @param transport its name on the path
     * @param run which of all the runs of this experiment, counted from 1
     */
    default void begins(Experiment experiment, String transport, int run, int runs) {}

    /** An experiment is done; nothing about it changes any more. */
    void finished(Result result);
}
