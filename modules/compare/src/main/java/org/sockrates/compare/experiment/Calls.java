package org.sockrates.compare.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Unit;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SocketCallException;

/** Makes calls that may well fail, and writes down how each ended. */
final class Calls {
    private final NanoClock clock;
    private final List<String> lines = new ArrayList<>();

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
        long begun = clock.nanoTime();
        Outcome outcome;
        try {
            outcome = new Outcome(body.call(), null, clock.nanoTime() - begun);
        } catch (SocketCallException failure) {
            long took = clock.nanoTime() - begun;
            outcome =
                    failure.outOfTime() ? new Outcome(Ear.SILENCE, null, took) : new Outcome(-1, failure.errno(), took);
        }
        String took = FigureText.of(Unit.MILLISECONDS, outcome.tookMillis());
        lines.add(String.format(Locale.ROOT, "%-16s = %-39s %9s", words, outcome.text(), took));
        return outcome;
    }

    /** A line between the calls. */
    void note(String line) {
        lines.add(line);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
