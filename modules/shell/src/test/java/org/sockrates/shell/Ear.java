package org.sockrates.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sockrates.shell.job.Voice;

/** Hears what is said and keeps it; news since the beginning, results and troubles since it was opened last. */
public final class Ear implements Voice {
    private final List<String> results = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private final List<String> news = new ArrayList<>();

    synchronized void open() {
        results.clear();
        troubles.clear();
    }

    @Override
    public synchronized void result(String line) {
        results.add(line);
    }

    @Override
    public synchronized void trouble(String line) {
        troubles.add(line);
    }

    @Override
    public synchronized void news(String line) {
        news.add(line);
        notifyAll();
    }

    public synchronized List<String> results() {
        return new ArrayList<>(results);
    }

    public synchronized List<String> troubles() {
        return new ArrayList<>(troubles);
    }

    public synchronized List<String> news() {
        return new ArrayList<>(news);
    }

    synchronized String hears(Pattern pattern, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        for (int looked = 0; ; ) {
            for (; looked < news.size(); looked++) {
                if (pattern.matcher(news.get(looked)).matches()) {
                    return news.get(looked);
                }
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("no news like " + pattern + " within " + limit + ", but " + news);
            }
            try {
                wait(left);
            } catch (InterruptedException ending) {
                throw new AssertionError(ending);
            }
        }
    }
}
