package org.sockrates.transport;

/** What a program's own code threw where it was called in passing: it ends nobody else's work, and is not lost. */
public final class Uncaught {
    private Uncaught() {}

    /**
     * Tells it as if the thread had ended of it: to the thread's handler of uncaught exceptions. Where there is none, Java
     * prints the stack trace.
     */
    public static void tell(RuntimeException thrown) {
        Thread thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        } catch (RuntimeException | Error ofTheHandler) {
            // Java throws that away, too
        }
    }
}
