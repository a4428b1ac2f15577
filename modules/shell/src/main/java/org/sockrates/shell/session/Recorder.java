package org.sockrates.shell.session;

/** Whoever keeps what is typed and shown in a session. From any thread; never fails whoever types. */
public interface Recorder extends AutoCloseable {
    /** A line that was typed behind a prompt. */
    void typed(String prompt, String line);

    /** A line that was shown, escaped. */
    void said(String line);

    /** No more is kept. */
    @Override
    void close();
}
