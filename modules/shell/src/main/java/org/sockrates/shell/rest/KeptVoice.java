package org.sockrates.shell.rest;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.shell.job.Voice;

/** Keeps results for a program, which gets all of them at the end; passes on what else is said. */
final class KeptVoice implements Voice {
    private static final int MOST = 10_000;

    private final Voice voice;
    private final List<String> results = new ArrayList<>();

    KeptVoice(Voice voice) {
        this.voice = voice;
    }

    @Override
    public synchronized void result(String line) {
        if (results.size() < MOST) {
            results.add(line);
        }
    }

    @Override
    public void trouble(String line) {
        voice.trouble(line);
    }

    @Override
    public void news(String line) {
        voice.news(line);
    }

    synchronized List<String> results() {
        return List.copyOf(results);
    }
}
