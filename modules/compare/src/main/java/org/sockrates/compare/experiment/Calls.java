package org.sockrates.compare.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Unit;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SocketCallException;

/** Makes calls that may well fail, and writes down how each ended. */
final class Calls {
    private static final String HEAD = "took (ms)";

    private final NanoClock clock;
    private final List<Line> lines = new ArrayList<>();

    /** A call and how it ended, or a note between calls, which has no outcome. */
    private record Line(String words, @Nullable Outcome outcome) {}

    /** A socket call. */
    @FunctionalInterface
    interface Body {
        int call() throws IOException;
    }

    Calls(NanoClock clock) {
        this.clock = clock;
    }

    /** @param words the call as strace would write it: {@code connect(client)} */
    Outcome make(String words, Body body) throws IOException {
        Outcome outcome = outcome(body);
        // written when all is over: it takes longer than many a call, and would be measured with the next
        lines.add(new Line(words, outcome));
        return outcome;
    }

    private Outcome outcome(Body body) throws IOException {
        long begun = clock.nanoTime();
        try {
            return new Outcome(body.call(), null, clock.nanoTime() - begun);
        } catch (SocketCallException failure) {
            long took = clock.nanoTime() - begun;
            return failure.outOfTime() ? new Outcome(Ear.SILENCE, null, took) : new Outcome(-1, failure.errno(), took);
        }
    }

    /** A line between the calls. */
    void note(String line) {
        lines.add(new Line(line, null));
    }

    /** A line for each under a head: a call's own time is not how long after something it told. */
    List<String> lines() {
        Points times = new Points(lines.stream()
                .map(Line::outcome)
                .flatMap(Stream::ofNullable)
                .map(Calls::took)
                .toList());
        List<String> rows = new ArrayList<>(List.of(row("call", " ", "its answer", times.right(HEAD))));
        for (Line line : lines) {
            Outcome outcome = line.outcome();
            rows.add(
                    outcome == null
                            ? line.words()
                            : row(line.words(), "=", outcome.text(), times.inLine(took(outcome))));
        }
        return rows;
    }

    private static String took(Outcome outcome) {
        return FigureText.number(Unit.MILLISECONDS, outcome.tookMillis());
    }

    private static String row(String call, String between, String answer, String took) {
        return String.format(Locale.ROOT, "%-16s %s %-39s %s", call, between, answer, took)
                .stripTrailing();
    }
}
