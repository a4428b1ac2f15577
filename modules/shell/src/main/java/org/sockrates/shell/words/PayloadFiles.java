package org.sockrates.shell.words;

import java.io.IOException;

/** Where {@code file:PATH} reads from: anywhere, or a lab's folder only. */
public interface PayloadFiles {
    /**
     * The whole content of a file.
     *
     * @throws IOException when it cannot be read, is no plain file, or is longer than {@link Payload#MOST_BYTES}
     */
    byte[] read(String path) throws IOException;

    /** Whether there is a plain file of that name, however long; it is not read. */
    boolean isThere(String path);
}
