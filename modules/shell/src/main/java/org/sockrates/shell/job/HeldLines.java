package org.sockrates.shell.job;

import java.util.ArrayList;
import java.util.List;

/** What is kept for somebody who asks later: the first so many lines, and how many more there were. */
public final class HeldLines {
    /** Enough for what somebody would read. */
    static final int USUAL = 1_000;

    private final int most;
    private final List<String> lines = new ArrayList<>();
    private long more;

    public HeldLines(int most) {
        this.most = most;
    }

    public synchronized void add(String text) {
        if (lines.size() < most) {
            lines.add(text);
        } else {
            more++;
        }
    }

    synchronized boolean isEmpty() {
        return lines.isEmpty();
    }

    /** What is kept, and a last line where there was more; afterwards nothing is. */
    public synchronized List<String> collect() {
        List<String> collected = new ArrayList<>(lines);
        if (more > 0) {
            collected.add("… " + more + " more lines left out");
        }
        lines.clear();
        more = 0;
        return collected;
    }
}
