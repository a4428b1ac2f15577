package org.sockrates.shell.job;

/** Where lines go: a terminal, two pipes, a list. A line has no line end and is escaped already. */
public interface Voice {
    /** What was asked for: standard output. */
    void result(String line);

    /** What went wrong: standard error. */
    void trouble(String line);

    /** What happened beside: above the prompt, or standard error. */
    void news(String line);

    /** How far it has come, until something else is said: on a terminal, and nowhere else. */
    default void progress(String text) {}
}
