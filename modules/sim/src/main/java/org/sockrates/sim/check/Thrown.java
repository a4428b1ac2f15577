package org.sockrates.sim.check;

/** What was thrown, in a line: its kind, its message, where. */
final class Thrown {
    private Thrown() {}

    static String text(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
        String said = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return thrown.getClass().getSimpleName() + said + where;
    }
}
