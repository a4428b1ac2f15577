package org.sockrates.compare;

/** Is told how far a comparison has come. Called by the thread that runs it, so it must be quick and must not throw. */
@FunctionalInterface
public interface Progress {
    /** Nobody looks. */
    Progress SILENT = result -> {};

    /** An experiment is done; nothing about it changes any more. */
    void finished(Result result);
}
