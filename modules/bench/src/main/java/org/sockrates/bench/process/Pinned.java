package org.sockrates.bench.process;

import java.util.ArrayList;
import java.util.List;

/** Commands kept on one processor by {@code taskset}. */
public final class Pinned {
    private Pinned() {}

    public static List<String> to(int processor, List<String> command) {
        List<String> pinned = new ArrayList<>(List.of("taskset", "-c", Integer.toString(processor)));
        pinned.addAll(command);
        return pinned;
    }
}
