package org.sockrates.transport;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a process could not be started, from Java's text, which differs from JDK to JDK. */
public final class StartError {
    /**
     * JDK 17: {@code error=24, Too many open files}; JDK 25: {@code error: 24 (Too many open files)}, and what may be
     * the reason.
     */
    private static final Pattern TOLD = Pattern.compile("(?s).*error(?:=|: )([0-9]+)[, (]+([^)]*).*");

    /** What C libraries say of EAGAIN, ENOMEM, ENFILE and EMFILE, whose numbers differ from system to system. */
    private static final Pattern SHORTAGE = Pattern.compile("(?i)temporarily unavailable|cannot allocate memory"
            + "|out of memory|too many open files|no file descriptors available");

    private StartError() {}

    /** Whether this machine has nothing left to start a process with; else what was to be started is to blame. */
    public static boolean isShortage(IOException refused) {
        Matcher told = told(refused);
        boolean byTheSystem = told.matches() && !told.group(1).equals("0"); // else the JDK's own helper did not start
        return !byTheSystem || SHORTAGE.matcher(told.group(2)).find();
    }

    /** The system's reason alone: {@code Too many open files}. */
    public static String reason(IOException refused) {
        Matcher told = told(refused);
        return SafeText.escape(told.matches() ? told.group(2) : String.valueOf(refused.getMessage()));
    }

    private static Matcher told(IOException refused) {
        return TOLD.matcher(String.valueOf(refused.getMessage()));
    }
}
