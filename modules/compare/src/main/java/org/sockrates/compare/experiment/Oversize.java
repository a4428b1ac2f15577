package org.sockrates.compare.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Stopwatch;
import org.sockrates.compare.Unit;
import org.sockrates.link.Passage;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.text.CountText;

/** How long a message may be. */
final class Oversize implements Experiment {
    static final Measure LARGEST_DELIVERED =
            new Measure("largest_delivered_bytes", Unit.BYTES, "the longest of the messages tried that arrived whole");
    static final Measure SMALLEST_REFUSED =
            new Measure("smallest_refused_bytes", Unit.BYTES, "the shortest of the messages tried that send refused");
    static final Measure PROMISED =
            new Measure("promised_bytes", Unit.BYTES, "the longest message the transport says it takes");
    static final Measure RECEIVES =
            new Measure("receives_of_largest", Unit.CALLS, "receives it took to read the longest that arrived");

    static final Measure LATE_BYTES =
            new Measure("late_bytes", Unit.BYTES, "the shortest message that was on its way when time was up", true);

    private static final List<Integer> SIZES = List.of(1, 1400, 9000, 65_507, 65_508, 262_144);
    private static final int TRIES = 3;

    /** Instead of a number of receives: not all of it was there when time was up. */
    private static final int LATE = -1;

    @Override
    public String name() {
        return "oversize";
    }

    @Override
    public String question() {
        return "how long may one message be?";
    }

    @Override
    public String method(Settings settings) {
        return "one send of each size, the reader beside it; one that does not arrive is tried " + TRIES + " times";
    }

    @Override
    public List<Measure> measures() {
        return List.of(LARGEST_DELIVERED, LATE_BYTES, SMALLEST_REFUSED, PROMISED, RECEIVES);
    }

    /** What became of one size: receives 0 when it never arrived, or {@link #LATE}; refusal null when send took it. */
    private record Fate(int size, int receives, @Nullable Errno refusal) {
        String text() {
            String end = refusal != null ? "-1 " + CallText.errno(refusal) : size + arrival();
            return String.format(Locale.ROOT, "send %6d %-5s = %s", size, size == 1 ? "byte" : "bytes", end);
        }

        private String arrival() {
            return switch (receives) {
                case 0 -> ", never arrived";
                case LATE -> ", still on its way when time was up";
                default -> ", arrived in " + CountText.print(receives, "receive");
            };
        }
    }

    @Override
    public Observations observe(Run run) throws IOException {
        int promised = run.traits().largestMessageBytes();
        List<Fate> fates = new ArrayList<>();
        try (Meeting meeting = Meeting.arrange(run)) {
            for (int size : sizes(promised)) {
                Fate fate = send(meeting, run, size);
                for (int i = 1; i < TRIES && fate.refusal() == null && fate.receives() == 0; i++) {
                    fate = send(meeting, run, size);
                }
                fates.add(fate);
                if (fate.receives() == LATE && run.traits().ordered()) {
                    break; // what comes next would wait behind it
                }
            }
        }
        return Observations.of(figures(fates, promised))
                .drawn(fates.stream().map(Fate::text).toList());
    }

    private static SortedSet<Integer> sizes(int promised) {
        SortedSet<Integer> sizes = new TreeSet<>(SIZES);
        if (promised < Integer.MAX_VALUE) {
            sizes.add(promised);
            sizes.add(promised + 1);
        }
        return sizes;
    }

    /** A stream is read while it is sent, for its buffers may be shorter than the message; a datagram afterwards. */
    private static Fate send(Meeting meeting, Run run, int size) throws IOException {
        if (meeting.server().transport().traits().keepsBoundaries()) {
            Errno refusal = send(meeting, size);
            return new Fate(size, refusal == null ? receive(meeting, run, size) : 0, refusal);
        }
        Passage.Actor<Integer> reader = run.passage().start("reader", () -> receive(meeting, run, size));
        Errno refusal = send(meeting, size);
        return new Fate(size, reader.join(run.settings().actorLimit()), refusal);
    }

    /** What send failed with, or null; that there was no room in time is no refusal. */
    private static @Nullable Errno send(Meeting meeting, int size) throws IOException {
        try {
            ByteBuffer message = ByteBuffer.allocateDirect(size);
            do {
                meeting.client().send(message);
            } while (message.hasRemaining());
            return null;
        } catch (SocketCallException failure) {
            return failure.outOfTime() ? null : failure.errno();
        }
    }

    /** Receives until so many bytes are there, in time; a message that keeps its boundaries is whole or nothing. */
    private static int receive(Meeting meeting, Run run, int size) throws IOException {
        Ear ear = Ear.on(meeting.server(), run);
        boolean whole = meeting.server().transport().traits().keepsBoundaries();
        ByteBuffer into = ByteBuffer.allocateDirect(Math.max(65_536, size));
        int receives = 0;
        int arrived = 0;
        Stopwatch since = run.stopwatch();
        while (arrived < size) {
            int bytes = since.isWithin(run.settings().patience()) ? ear.hear(into.clear()) : Ear.SILENCE;
            if (bytes < 0) {
                return ear.isSure() ? 0 : LATE;
            }
            receives = whole ? 1 : receives + 1;
            arrived = whole ? bytes : arrived + bytes;
        }
        return receives;
    }

    private static List<Figure> figures(List<Fate> fates, int promised) {
        List<Figure> figures = new ArrayList<>();
        Optional<Fate> late =
                fates.stream().filter(fate -> fate.receives() == LATE).findFirst();
        String nothing = late.isPresent() ? "nothing had arrived when time was up" : "nothing arrived";
        figures.add(late.map(shortest -> LATE_BYTES.counted(fates.size(), shortest.size()))
                .orElseGet(() -> LATE_BYTES.absent("none was late")));
        fates.stream()
                .filter(fate -> fate.receives() > 0)
                .reduce((shorter, longer) -> longer)
                .ifPresentOrElse(
                        longest -> {
                            figures.add(LARGEST_DELIVERED.counted(fates.size(), longest.size()));
                            figures.add(RECEIVES.counted(1, longest.receives()));
                        },
                        () -> {
                            figures.add(LARGEST_DELIVERED.absent(nothing));
                            figures.add(RECEIVES.absent(nothing));
                        });
        figures.add(fates.stream()
                .filter(fate -> fate.refusal() != null)
                .findFirst()
                .map(shortest -> SMALLEST_REFUSED.counted(fates.size(), shortest.size()))
                .orElseGet(() -> SMALLEST_REFUSED.absent("none of " + fates.size() + " sizes was refused")));
        figures.add(
                promised < Integer.MAX_VALUE
                        ? PROMISED.computed(promised, "the limit the transport states")
                        : PROMISED.absent("a stream of bytes has no longest message"));
        return figures;
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(
                result,
                LARGEST_DELIVERED,
                column -> "carried " + column.text(LARGEST_DELIVERED)
                        + " in one send and " + column.counted(RECEIVES, "receive")
                        + column.knownIn(LARGEST_DELIVERED)
                        + limit(column));
    }

    private static String limit(Column column) {
        boolean late = column.has(LATE_BYTES);
        String refused = column.has(SMALLEST_REFUSED)
                ? ", and refused " + column.told(SMALLEST_REFUSED)
                : late ? "" : ", and refused nothing";
        if (late) {
            String with = column.gaps(LATE_BYTES).isEmpty() ? ", with " : ", at times with ";
            return with + column.text(LATE_BYTES) + " still on the way when time was up" + refused;
        }
        return column.number(PROMISED) > column.number(LARGEST_DELIVERED)
                ? ", not the " + column.text(PROMISED) + " it promises" + refused
                : refused;
    }
}
