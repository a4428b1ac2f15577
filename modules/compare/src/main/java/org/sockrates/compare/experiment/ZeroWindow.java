package org.sockrates.compare.experiment;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Unit;
import org.sockrates.link.Passage;
import org.sockrates.transport.Traits;
import org.sockrates.transport.text.CountText;

/** How a reader that has stopped holds its sender back, seen on the wire. */
final class ZeroWindow implements Experiment {
    static final Measure CROSSED =
            new Measure("window_bytes", Unit.BYTES, "payload that crossed the wire until the reader's window was full");
    static final Measure TAKEN =
            new Measure("taken_bytes", Unit.BYTES, "bytes the sender's system had taken when everything stood still");
    static final Measure PROBES =
            new Measure("probes", Unit.COUNT, "packets in which the sender's system asked for the window meanwhile");
    static final Measure FIRST_PROBE =
            new Measure("first_probe_ms", Unit.MILLISECONDS, "from the last payload until it asked first");
    static final Measure MOVED = new Measure(
            "moved_after_ms", Unit.MILLISECONDS, "from the reader's next receive until payload crossed the wire again");
    static final Measure DELIVERED = new Measure("delivered_bytes", Unit.BYTES, "bytes the reader got in the end");

    private static final int MESSAGE_BYTES = 8192;
    private static final String STILL_OPEN = "its window was still open when time was up";
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    @Override
    public String name() {
        return "zero-window";
    }

    @Override
    public String question() {
        return "how does a reader that has stopped hold its sender back?";
    }

    @Override
    public String method(Settings settings) {
        return "nobody reads; sends of " + CountText.grouped(MESSAGE_BYTES) + " bytes until nothing has moved for "
                + still(settings).toMillis() + " ms; then the reader reads on; each transport has its own timers";
    }

    private static Duration still(Settings settings) {
        return Duration.ofMillis(settings.count(1800, 500));
    }

    @Override
    public List<Measure> measures() {
        return List.of(CROSSED, TAKEN, PROBES, FIRST_PROBE, MOVED, DELIVERED);
    }

    @Override
    public Optional<String> notApplicable(Traits traits) {
        return traits.flowControlled()
                ? Optional.empty()
                : Optional.of("no window: nothing holds its sender back, the surplus is thrown away (slow-reader)");
    }

    @Override
    public Optional<String> impossible(Traits traits, Passage passage) {
        return OnPackets.refusal(passage);
    }

    @Override
    public Observations observe(Run run) throws IOException {
        try (Meeting meeting = Meeting.arrange(run)) {
            if (run.traits().builtOnDatagrams()
                    && OnPackets.soFar(run.passage()).total().segments() == 0) {
                throw new IOException(
                        "its datagrams say nothing of themselves (Transport.head): what asks cannot be told"
                                + " from what moves");
            }
            Passage passage = run.passage();
            Settings settings = run.settings();
            Eager eager = Eager.of(meeting.client(), passage, MESSAGE_BYTES);
            WindowWatch watch = new WindowWatch(passage, eager, run.traits().builtOnDatagrams());
            Passage.Actor<Long> sender = passage.start("sender", () -> eager.send(MOST_BYTES));
            boolean closed = watch.standsStill(still(settings), settings.budget());
            if (!closed) {
                throw new IOException(STILL_OPEN);
            }
            double stillMillis = watch.stillMillis();
            Passage.Actor<Drained> reader = passage.start("reader", () -> Drained.from(meeting.server(), run));
            double moved = watch.movesAfterMillis(settings.patience());
            eager.stop();
            long taken = sender.join(settings.actorLimit());
            meeting.finish();
            Drained delivered = reader.join(settings.actorLimit());
            if (taken >= MOST_BYTES) {
                throw new IOException(STILL_OPEN);
            }
            List<String> lines = new ArrayList<>(watch.lines());
            lines.add(WindowWatch.line(stillMillis, "the reader reads on"));
            if (!Double.isNaN(moved)) {
                lines.add(WindowWatch.line(stillMillis + moved, "payload crosses the wire again"));
            }
            return Observations.of(figures(watch, moved, taken, delivered)).drawn(lines);
        }
    }

    private static List<Figure> figures(WindowWatch watch, double moved, long taken, Drained delivered) {
        List<Double> probes = watch.probesMillis();
        return List.of(
                CROSSED.counted(1, watch.payloadBytes()),
                TAKEN.counted(1, watch.takenBytes()),
                PROBES.counted(1, probes.size()),
                probes.isEmpty() ? FIRST_PROBE.absent("it never asked") : FIRST_PROBE.measured(1, probes.get(0)),
                Double.isNaN(moved) ? MOVED.absent("nothing moved while there was patience") : MOVED.measured(1, moved),
                delivered.toTheEnd()
                        ? DELIVERED.counted(taken / MESSAGE_BYTES, delivered.bytes())
                        : DELIVERED.absent(Missing.UNDER_WAY));
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(result, CROSSED, column -> {
            String asked = column.number(PROBES) == 0
                    ? ", never asked for more" + column.atWorst(PROBES)
                    : ", asked " + column.counted(PROBES, "time") + " for more, first after "
                            + column.told(FIRST_PROBE);
            return "stopped when " + column.text(CROSSED) + " had crossed and "
                    + column.text(TAKEN) + " were taken" + asked
                    + (column.has(MOVED)
                            ? ", and moved " + column.text(MOVED) + " after the reader read on" + column.knownIn(MOVED)
                            : ", and did not move again");
        });
    }
}
