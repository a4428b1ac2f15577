package org.sockrates.sim.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.sim.check.schedule.Decision;
import org.sockrates.sim.check.schedule.Decision.Deed;
import org.sockrates.sim.check.schedule.Forgery;

/** What becomes of one packet on the line. Used again for the next. */
final class Fate {
    static final int NOTHING = -1;

    boolean dropped;
    long delayNanos;
    long copyNanos;
    int flippedBit;
    int cutTo;
    boolean forged;

    @Nullable
    Forgery injected;

    int distance;

    Fate() {
        good();
    }

    /** Nothing happens to it. */
    void good() {
        dropped = false;
        delayNanos = 0;
        copyNanos = NOTHING;
        flippedBit = NOTHING;
        cutTo = NOTHING;
        forged = false;
        injected = null;
        distance = 0;
    }

    boolean isDamaged() {
        return flippedBit != NOTHING || cutTo != NOTHING;
    }

    void suffer(Decision decision) {
        switch (decision.deed()) {
            case DROP -> dropped = true;
            case DELAY -> delayNanos = decision.detail();
            case DUPLICATE -> copyNanos = decision.detail();
            case CORRUPT -> flippedBit = (int) decision.detail();
            case CUT -> cutTo = (int) decision.detail();
            case FORGE -> forged = true;
            case INJECT -> {
                injected = decision.forgery();
                distance = (int) decision.detail();
            }
        }
    }

    /** As decisions about that packet. */
    List<Decision> told(Way way, PacketKind kind, int nth) {
        List<Decision> told = new ArrayList<>();
        if (dropped) {
            told.add(new Decision(way, Deed.DROP, nth, kind, 0));
        }
        if (delayNanos > 0) {
            told.add(new Decision(way, Deed.DELAY, nth, kind, delayNanos));
        }
        if (copyNanos != NOTHING) {
            told.add(new Decision(way, Deed.DUPLICATE, nth, kind, copyNanos));
        }
        if (flippedBit != NOTHING) {
            told.add(new Decision(way, Deed.CORRUPT, nth, kind, flippedBit));
        }
        if (cutTo != NOTHING) {
            told.add(new Decision(way, Deed.CUT, nth, kind, cutTo));
        }
        if (forged) {
            told.add(new Decision(way, Deed.FORGE, nth, kind, 0));
        }
        if (injected != null) {
            told.add(new Decision(way, nth, kind, injected, distance));
        }
        return told;
    }
}
