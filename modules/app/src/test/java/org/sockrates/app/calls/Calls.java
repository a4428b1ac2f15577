package org.sockrates.app.calls;

import java.util.List;

/** Somebody who makes socket calls as they are written in the shell, and says what came of each. */
interface Calls extends AutoCloseable {
    /** How many ports a run has, {@code p0} and so on. */
    int PORTS = 4;

    /** Closes all sockets; from now on {@code p0} is this port, which nobody has. */
    void begin(int port) throws Exception;

    /**
     * Makes one call, which does not wait.
     *
     * @return a count, bytes, an address, or an errno
     */
    String make(String call) throws Exception;

    /** Whether there is such a call here. */
    default boolean has(String call) {
        return true;
    }

    /** What is to be called next; the run goes on behind that. */
    default List<String> advised() {
        return List.of();
    }

    /** What is left of an answer of the kernel's where less is told here. */
    default String told(String answer) {
        return answer;
    }
}
