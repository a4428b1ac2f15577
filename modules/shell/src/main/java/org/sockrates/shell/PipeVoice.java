package org.sockrates.shell;

import org.sockrates.shell.job.Voice;

/** Speaks to standard output and standard error, line by line. */
final class PipeVoice implements Voice {
    private final Streams streams;

    PipeVoice(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void result(String line) {
        streams.out().println(line);
    }

    @Override
    public void trouble(String line) {
        streams.out().flush();
        streams.err().println(line);
    }

    @Override
    public void news(String line) {
        trouble(line);
    }
}
