package org.sockrates.shell.job;

import java.io.IOException;

/** What may take long, and is run with a way to end it: see {@link Job#whileWaiting}. */
@FunctionalInterface
public interface Awaited<T> {
    /** Does it, and gives what came of it. */
    T run() throws IOException;
}
