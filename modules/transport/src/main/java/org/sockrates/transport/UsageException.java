package org.sockrates.transport;

import org.sockrates.transport.text.Cut;

/** What was just typed or passed cannot be meant: {@code where: what was given (expected: what would do)}. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MOST_SHOWN = 60;

    public UsageException(String message) {
        super(message);
    }

    /** @param given shown escaped and cut after 60 characters, so that it may come from anybody */
    public UsageException(String where, String given, String expected) {
        super(where + ": " + shown(given) + " (expected: " + expected + ")");
    }

    private static String shown(String given) {
        int end = Cut.before(given, Math.min(given.length(), MOST_SHOWN));
        return SafeText.quote(given.substring(0, end)) + (end < given.length() ? "..." : "");
    }
}
