package org.sockrates.compare.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Unit;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SocketCallException;

/** Makes calls that may well fail, and writes down how each ended. */
final class Calls {
    private final NanoClock clock;
    private final List<Supplier<String>> lines = new ArrayList<>();

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
        lines.add(() -> line(words, outcome));
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

    private static String line(String words, Outcome outcome) {
        String took = FigureText.of(Unit.MILLISECONDS, outcome.tookMillis());
        return row(words, "=", outcome.text(), took);
    }

    /** A line between the calls. */
    void note(String line) {
        lines.add(() -> line);
    }

    /** A line for each under a head: a call's own time is not how long after something it told. */
    List<String> lines() {
        return Stream.concat(
                        Stream.of(row("call", " ", "its answer", "took")),
                        lines.stream().map(Supplier::get))
                .toList();
    }

    private static String row(String call, String between, String answer, String took) {
        return String.format(Locale.ROOT, "%-16s %s %-39s %9s", call, between, answer, took);
    }
}
