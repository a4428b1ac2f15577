package org.sockrates.compare.experiment;

import java.time.Duration;
import java.util.Optional;
import org.sockrates.compare.Run;
import org.sockrates.compare.Stopwatch;
import org.sockrates.link.Passage;
import org.sockrates.link.Traffic;

/** What the ends of a passage put on the wire, for experiments that ask about nothing else. */
final class OnPackets {
    private static final Duration LOOK = Duration.ofMillis(20);
    /** Longer than an acknowledgement is held back at first (RFC 9293 §3.8.6.3; Linux: 40 ms, on a long way up to 200). */
    private static final int QUIET_LOOKS = 5;

    private OnPackets() {}

    /** Why packets cannot be counted on this passage, with the paths where they can, or empty when they can. */
    static Optional<String> refusal(Passage passage) {
        return passage.traffic().isPresent()
                ? Optional.empty()
                : Optional.of("this path sees messages and no packets; use --path wire or --path sim");
    }

    /** Until now; of a passage that was not refused. */
    static Traffic soFar(Passage passage) {
        return passage.traffic().orElseThrow();
    }

    /** Waits until neither end has put anything on the wire for 100 ms, or the patience is at its end. */
    static Traffic quiet(Run run) {
        Stopwatch since = run.stopwatch();
        Traffic before = soFar(run.passage());
        int quiet = 0;
        while (quiet < QUIET_LOOKS && since.isWithin(run.settings().patience())) {
            run.passage().sleep(LOOK);
            Traffic now = soFar(run.passage());
            boolean still = now.equals(before) && run.passage().report().queued() == 0;
            quiet = still ? quiet + 1 : 0;
            before = now;
        }
        return before;
    }
}
