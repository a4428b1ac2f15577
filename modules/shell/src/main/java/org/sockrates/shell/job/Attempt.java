package org.sockrates.shell.job;

import java.io.IOException;

/** What makes something, and may fail as the world does: a call, a relay, a capture, whatever a job waits for. */
@FunctionalInterface
public interface Attempt<T> {
    /** Makes it. */
    T make() throws IOException;
}
