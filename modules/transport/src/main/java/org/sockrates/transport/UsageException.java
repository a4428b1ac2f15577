package org.sockrates.transport;

/** What was just typed or passed cannot be meant: {@code where: what was given (expected: what would do)}. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }

    /** @param given shown escaped, so that it may come from anybody */
    public UsageException(String where, String given, String expected) {
        super(where + ": " + SafeText.quote(given) + " (expected: " + expected + ")");
    }
}
