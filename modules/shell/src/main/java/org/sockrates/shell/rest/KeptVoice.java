package org.sockrates.shell.rest;

import java.util.List;
import org.sockrates.shell.job.HeldLines;
import org.sockrates.shell.job.Voice;

/** Keeps results for a program, which gets all of them at the end; passes on what else is said. */
final class KeptVoice implements Voice {
    private static final int MOST = 10_000;

    private final Voice voice;
    private final HeldLines results = new HeldLines(MOST);

    KeptVoice(Voice voice) {
        this.voice = voice;
    }

    @Override
    public void result(String line) {
        results.add(line);
    }

    @Override
    public void trouble(String line) {
        voice.trouble(line);
    }

    @Override
    public void news(String line) {
        voice.news(line);
    }

    List<String> results() {
        return results.collect();
    }
}
