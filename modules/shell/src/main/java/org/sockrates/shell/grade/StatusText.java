package org.sockrates.shell.grade;

import java.util.Map;

/** The status a program ended with, and which signal that may be: a shell tells it so (POSIX, Exit Status for Commands). */
final class StatusText {
    private static final int OF_SIGNALS = 128;

    /** Those that have the same number everywhere. */
    private static final Map<Integer, String> SIGNALS = Map.of(
            1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 6, "SIGABRT", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 13,
            "SIGPIPE", 14, "SIGALRM", 15, "SIGTERM");

    private StatusText() {}

    /** {@code 3}, {@code 143 (128 + SIGTERM)}. */
    static String of(int status) {
        String signal = SIGNALS.get(status - OF_SIGNALS);
        return status + (signal == null ? "" : " (" + OF_SIGNALS + " + " + signal + ")");
    }
}
