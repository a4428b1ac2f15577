package org.sockrates.compare.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Stopwatch;
import org.sockrates.compare.Unit;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.text.CountText;

/** What happens to a sender whose reader has stopped reading: it is held back, or the surplus is thrown away. */
final class SlowReader implements Experiment {
    static final Measure LOST_PERCENT =
            new Measure("lost_percent", Unit.PERCENT, "of the bytes the system took, those the reader never got");
    static final Measure BLOCKED = new Measure("sender_blocked", Unit.YES_NO, "whether send stopped taking bytes");
    static final Measure ACCEPTED =
            new Measure("accepted_bytes", Unit.BYTES, "bytes the system took while nobody was reading");
    static final Measure DELIVERED = new Measure("delivered_bytes", Unit.BYTES, "bytes the reader got when it read on");

    private static final int MESSAGE_BYTES = 8192;
    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final Duration BLOCKED_AFTER = Duration.ofMillis(250);

    @Override
    public String name() {
        return "slow-reader";
    }

    @Override
    public String question() {
        return "what if the reader stops reading?";
    }

    @Override
    public String method(Settings settings) {
        return "nobody reads; sends of " + CountText.grouped(MESSAGE_BYTES) + " bytes until one waits "
                + BLOCKED_AFTER.toMillis() + " ms in vain, or 32 MiB are taken; then the reader reads on";
    }

    @Override
    public List<Measure> measures() {
        return List.of(LOST_PERCENT, BLOCKED, ACCEPTED, DELIVERED, FullBuffers.PERCENT);
    }

    @Override
    public Observations observe(Run run) throws IOException {
        try (Meeting meeting = Meeting.arrange(run)) {
            meeting.client().waiting(Waiting.atMost(BLOCKED_AFTER));
            Filled filled = fill(meeting, run);
            long accepted = filled.bytes();
            meeting.finish();
            Drained read = Drained.from(meeting.server(), run);
            int sends = (int) (accepted / MESSAGE_BYTES);
            double lost = 100.0 * (accepted - read.bytes()) / Math.max(1, accepted);
            Optional<String> unknown =
                    Missing.unknown(read.toTheEnd(), run.traits(), run.passage().report());
            return Observations.of(
                    unknown.map(LOST_PERCENT::absent).orElseGet(() -> LOST_PERCENT.measured(sends, lost)),
                    filled.blocked() || accepted >= MOST_BYTES
                            ? BLOCKED.held(1, filled.blocked())
                            : BLOCKED.absent("the link took so long that time was up before"),
                    ACCEPTED.counted(sends, accepted),
                    DELIVERED.counted(sends, read.bytes()),
                    FullBuffers.of(run, meeting.server(), sends - read.bytes() / MESSAGE_BYTES, unknown));
        }
    }

    private record Filled(long bytes, boolean blocked) {}

    private static Filled fill(Meeting meeting, Run run) throws IOException {
        Stopwatch since = run.stopwatch();
        ByteBuffer message = ByteBuffer.allocateDirect(MESSAGE_BYTES);
        long accepted = 0;
        while (accepted < MOST_BYTES && since.isWithin(run.settings().budget())) {
            int taken = Eager.taken(meeting.client(), message);
            if (taken == 0) {
                return new Filled(accepted, true);
            }
            accepted += taken;
        }
        return new Filled(accepted, false);
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(result, ACCEPTED, column -> {
            String held = column.has(BLOCKED) ? held(column) : "had taken, when time was up, ";
            return held + column.text(ACCEPTED) + lost(column);
        });
    }

    private static String held(Column column) {
        return switch (column.held(BLOCKED)) {
            case ALWAYS -> "held the sender back after ";
            case AT_TIMES -> "held the sender back at times, took ";
            case NEVER -> "never held the sender back, took ";
        };
    }

    private static String lost(Column column) {
        if (!column.has(LOST_PERCENT)) {
            return ", and had delivered " + column.text(DELIVERED) + ": " + column.reason(LOST_PERCENT);
        }
        String part = column.number(LOST_PERCENT) == 0 ? "none" : column.text(LOST_PERCENT);
        return " and lost " + part + " of them" + column.atWorst(LOST_PERCENT) + column.knownIn(LOST_PERCENT)
                + FullBuffers.told(column, LOST_PERCENT, "of these");
    }
}
