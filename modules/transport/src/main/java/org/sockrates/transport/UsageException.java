package org.sockrates.transport;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.text.Cut;

/** What was just typed or passed cannot be meant: {@code where: what was given (expected: what would do)}. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MOST_SHOWN = 60;
    private static final String NOTHING = "nothing follows";

    private final transient @Nullable Parts parts;
    private final boolean ofNobody;

    /**
     * What the message says, for whoever has a form of his own.
     *
     * @param given as it is shown
     */
    public record Parts(String where, String given, String expected) {
        /** Whether something is missing. */
        public boolean isNothing() {
            return given.equals(NOTHING);
        }

        private String text() {
            return where + ": " + given + " (expected: " + expected + ")";
        }
    }

    public UsageException(String message) {
        super(message);
        parts = null;
        ofNobody = false;
    }

    /** @param given shown escaped and cut after 60 characters, so that it may come from anybody */
    public UsageException(String where, String given, String expected) {
        this(new Parts(where, shown(given), expected));
    }

    /** What is said of it in parts, as it stands there. */
    public UsageException(Parts parts) {
        this(parts, false);
    }

    private UsageException(Parts parts, boolean ofNobody) {
        super(parts.text());
        this.parts = parts;
        this.ofNobody = ofNobody;
    }

    /** A name that nobody has, nor had, nor is to have: whatever else happens, it cannot be meant. */
    public static UsageException ofNobody(String where, String name, String expected) {
        return new UsageException(new Parts(where, shown(name), expected), true);
    }

    /** The same, said of a part of something: {@code client} before {@code --count}. */
    public UsageException within(String where) {
        Parts told = parts;
        return told == null
                ? new UsageException(where + ": " + getMessage())
                : new UsageException(new Parts(where + ": " + told.where, told.given, told.expected));
    }

    /** Something is missing: nothing was given. */
    public static UsageException nothingFollows(String where, String expected) {
        return new UsageException(new Parts(where, NOTHING, expected));
    }

    /** Whether it names {@linkplain #ofNobody nobody}. */
    public boolean isOfNobody() {
        return ofNobody;
    }

    /** Empty where the message was said as a whole. */
    public Optional<Parts> parts() {
        return Optional.ofNullable(parts);
    }

    private static String shown(String given) {
        int end = Cut.before(given, Math.min(given.length(), MOST_SHOWN));
        return SafeText.quote(given.substring(0, end)) + (end < given.length() ? "..." : "");
    }
}
