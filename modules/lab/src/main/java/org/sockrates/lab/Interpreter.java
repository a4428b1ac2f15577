package org.sockrates.lab;

import java.time.Duration;
import java.util.List;

/**
 * What runs the command lines of a lab: one line in, one outcome out. The shell is one; a test's fake is another. A lab
 * gets a fresh one, and knows nothing else of the program around it.
 */
public interface Interpreter extends AutoCloseable {
    /**
     * Runs one line and waits for it.
     *
     * @param line a command as typed at the prompt
     * @param limit the longest it may take; then it is ended, with status 124
     */
    Outcome interpret(String line, Duration limit);

    /** Ends everything the lines started: sockets, servers, links, jobs. */
    @Override
    void close();

    /**
     * What one line did.
     *
     * @param lines what it showed, escaped, without line ends, error lines included
     * @param status its exit status, 0 when all was well
     */
    record Outcome(List<String> lines, int status) {
        public Outcome {
            lines = List.copyOf(lines);
        }
    }
}
