package org.sockrates.shell.session;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A program that is not ours, which the commands of a lab are to meet: a student's. Whoever grades has named it. */
public interface GradedProgram extends AutoCloseable {
    /** The state of one that has begun and not ended. */
    String RUNNING = "running";

    /** The placeholders of a lab that have values because of it: {@code port}, of a server. */
    Map<String, String> given();

    /** Told what a placeholder of the lab has caught: a client begins as soon as it knows whom to ask. */
    void captured(String placeholder, String value);

    /** How it stands now. */
    Standing standing();

    /**
     * Waits for its end.
     *
     * @return false when it goes on, or has not begun
     */
    boolean endsWithin(long millis);

    /** Ends it, and what it has started. */
    @Override
    void close();

    /**
     * How a program stands.
     *
     * @param state in words: {@link #RUNNING}, {@code ended with status 0}
     * @param status it has ended with; null before
     * @param said the lines it has printed so far, escaped; of very many, the first
     */
    record Standing(String state, @Nullable Integer status, List<String> said) {
        public Standing {
            said = List.copyOf(said);
        }
    }
}
