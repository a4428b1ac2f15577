package org.sockrates.app.calls;

/** Somebody who makes socket calls as they are written in the shell, and says what came of each. */
interface Calls {
    /** How many ports a run has, {@code p0} and so on. */
    int PORTS = 4;

    /**
     * Makes one call, which does not wait.
     *
     * @return a count, bytes, an address, or an errno
     */
    String make(String call) throws Exception;
}
