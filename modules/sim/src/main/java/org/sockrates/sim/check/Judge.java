package org.sockrates.sim.check;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.rdt.Line;
import org.sockrates.transport.text.DurationText;

/** Hears whether invariants hold, and keeps the first that did not. */
final class Judge {
    private final Set<Invariant> asked = EnumSet.noneOf(Invariant.class);
    private @Nullable Broken broken;
    private long nowNanos;

    void now(long nanos) {
        nowNanos = nanos;
    }

    void ask(Invariant invariant, boolean holds, String unless) {
        asked.add(invariant);
        if (!holds && broken == null) {
            broken = new Broken(invariant, unless, nowNanos);
        }
    }

    /** @param unless with a place for a number, {@code %d} */
    void ask(Invariant invariant, boolean holds, String unless, long number) {
        asked.add(invariant);
        if (!holds && broken == null) {
            broken = new Broken(invariant, String.format(Locale.ROOT, unless, number), nowNanos);
        }
    }

    /** @param unless with places for two numbers */
    void ask(Invariant invariant, boolean holds, String unless, long first, long second) {
        asked.add(invariant);
        if (!holds && broken == null) {
            broken = new Broken(invariant, String.format(Locale.ROOT, unless, first, second), nowNanos);
        }
    }

    /** @param unless with places for two times, {@code %s} */
    void askTimes(Invariant invariant, boolean holds, String unless, long first, long second) {
        asked.add(invariant);
        if (!holds && broken == null) {
            broken = new Broken(invariant, String.format(Locale.ROOT, unless, time(first), time(second)), nowNanos);
        }
    }

    private static String time(long nanos) {
        return nanos == Line.NEVER
                ? "never"
                : (nanos < 0 ? "-" : "") + DurationText.print(Duration.ofNanos(Math.abs(nanos)));
    }

    boolean isContent() {
        return broken == null;
    }

    Optional<Broken> broken() {
        return Optional.ofNullable(broken);
    }

    /** Which were asked. */
    Set<Invariant> asked() {
        return asked;
    }
}
