package org.sockrates.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What runs the command lines of a lab: one line in, one outcome out. The shell is one; a test's fake is another. A lab
 * gets a fresh one, and knows nothing else of the program around it. It should not throw: what is wrong with a line is its
 * outcome. One that throws a {@link RuntimeException}, from whichever method, ends its lab, which is then {@code AT_FAULT}, and no other.
 */
public interface Interpreter extends AutoCloseable {
    /**
     * Runs one line and waits for it.
     *
     * @param line a command as typed at the prompt
     * @param limit the longest it may take, but for what is {@link #pardoned}; then it is ended, with status 124
     */
    Outcome interpret(String line, Duration limit);

    /** Values that placeholders have before the first line: {@code port}, of a server that is judged. */
    default Map<String, String> given() {
        return Map.of();
    }

    /** Told what a line has captured, before the next one; may be told again. */
    default void captured(String name, String value) {}

    /**
     * Told before each line that asks at {@code {port}}: a server that is judged, and is told what lines have captured, begins
     * before the first, as soon as it knows all of it.
     *
     * @throws IOException when it does not come up, of the kinds that {@link org.sockrates.lab.run.InterpreterFactory#open} throws
     */
    default void beforeAsking() throws IOException {}

    /** For how long lines have waited so far for a client that is judged to begin: it is not the lab's time. */
    default Duration pardoned() {
        return Duration.ZERO;
    }

    /** Whether a client that is judged never began, since nobody listened whom it was to ask. */
    default boolean shutOut() {
        return false;
    }

    /** What a reader wants to know besides where the lab did not pass; asked then, before it is closed. */
    default List<String> remarks() {
        return List.of();
    }

    /** Ends everything the lines started: sockets, servers, links, jobs. */
    @Override
    void close();

    /**
     * What one line did.
     *
     * @param lines what it showed, escaped, without line ends, error lines included
     * @param status its exit status, 0 when all was well
     * @param timedOut whether it was ended at the limit it was given; one that waited in vain by itself ends with 124, too
     * @param refused whether the line cannot be meant, as far as that is not for something beside it to say, which goes on by itself
     */
    record Outcome(List<String> lines, int status, boolean timedOut, boolean refused) {
        private static final int USAGE_STATUS = 2;
        private static final int TIME_LIMIT_STATUS = 124;

        public Outcome {
            lines = List.copyOf(lines);
        }

        /** Of a line that came to its end. */
        public Outcome(List<String> lines, int status) {
            this(lines, status, false, false);
        }

        /** Of a line that cannot be meant. */
        public static Outcome refused(List<String> lines) {
            return new Outcome(lines, USAGE_STATUS, false, true);
        }

        /** Of a line that was ended at its limit. */
        public static Outcome timedOut(List<String> lines) {
            return new Outcome(lines, TIME_LIMIT_STATUS, true, false);
        }
    }
}
