package org.sockrates.shell.job;

import java.util.function.Consumer;

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

    /** What is said goes to three listeners; how far something has come, to none. */
    static Voice of(Consumer<String> results, Consumer<String> troubles, Consumer<String> news) {
        return new Voice() {
            @Override
            public void result(String line) {
                results.accept(line);
            }

            @Override
            public void trouble(String line) {
                troubles.accept(line);
            }

            @Override
            public void news(String line) {
                news.accept(line);
            }
        };
    }
}
