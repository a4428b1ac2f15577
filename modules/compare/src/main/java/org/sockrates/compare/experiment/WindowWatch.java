package org.sockrates.compare.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sockrates.compare.Stopwatch;
import org.sockrates.link.Passage;
import org.sockrates.link.Traffic;
import org.sockrates.transport.text.CountText;

/** Watches a sender whose reader has stopped: when nothing moves any more, and what its system sends meanwhile. */
final class WindowWatch {
    private static final Duration LOOK = Duration.ofMillis(2);

    private final Passage passage;
    private final Eager sender;
    private final boolean asksWithMessages;
    private final Traffic begun;
    private final List<Repeat> repeats = new ArrayList<>();
    private Traffic.OneWay sent = Traffic.NONE.upstream();
    private long takenBytes;
    private long movedNanos;
    private long crossedNanos;

    /**
     * What its system sent though nothing moved.
     *
     * @param asks whether it asked for the window; else it sent bytes again that may be lost
     */
    private record Repeat(double millis, boolean asks, long bytes) {
        String line() {
            return WindowWatch.line(
                    millis,
                    asks
                            ? "asks whether the window is open"
                            : CountText.grouped(bytes) + " bytes go again, since they may be lost");
        }
    }

    /** @param asksWithMessages whether a window is asked for with a message that was sent before, else with no payload */
    WindowWatch(Passage passage, Eager sender, boolean asksWithMessages) {
        this.passage = passage;
        this.sender = sender;
        this.asksWithMessages = asksWithMessages;
        this.begun = OnPackets.soFar(passage);
        this.movedNanos = passage.clock().nanoTime();
        this.crossedNanos = movedNanos;
    }

    /** One look, after a pause. Whether a program or the wire has moved bytes since the last one. */
    private boolean moves() {
        passage.sleep(LOOK);
        Traffic.OneWay all = OnPackets.soFar(passage).minus(begun).upstream();
        Traffic.OneWay since = all.minus(sent);
        long now = passage.clock().nanoTime();
        boolean crosses = fresh(since) != 0;
        boolean moves = crosses || sender.takenBytes() != takenBytes;
        if (crosses) {
            crossedNanos = now;
            repeats.clear();
        } else if (asks(since) || since.againBytes() > 0) {
            repeats.add(new Repeat((now - crossedNanos) / 1e6, asks(since), since.againBytes()));
        }
        movedNanos = moves ? now : movedNanos;
        takenBytes = sender.takenBytes();
        sent = all;
        return moves;
    }

    /**
     * Linux's TCP asks with a segment below what was acknowledged, with one byte at most (RFC 9293 §3.8.6.1 would have a new
     * byte); one with more goes again since it may be lost.
     */
    private boolean asks(Traffic.OneWay since) {
        return asksWithMessages
                ? since.retransmissions() > 0
                : since.segments() > 0 && since.payloadBytes() <= since.segments();
    }

    /** What was sent before does not move, whatever for it is sent again. */
    private static long fresh(Traffic.OneWay sent) {
        return sent.payloadBytes() - sent.againBytes();
    }

    /** Waits until nothing has moved for so long, but not for longer than the limit; whether it came to that. */
    boolean standsStill(Duration still, Duration limit) {
        Stopwatch since = Stopwatch.start(passage.clock());
        while (passage.clock().nanoTime() - movedNanos < still.toNanos()) {
            if (moves() && !since.isWithin(limit)) {
                return false;
            }
        }
        return true;
    }

    /** Waits until bytes move on the wire again; how long it took, or NaN when the limit was reached. */
    double movesAfterMillis(Duration limit) {
        Stopwatch since = Stopwatch.start(passage.clock());
        long payloadBefore = payloadBytes();
        while (since.isWithin(limit)) {
            passage.sleep(LOOK);
            if (fresh(OnPackets.soFar(passage).minus(begun).upstream()) != payloadBefore) {
                return since.millis();
            }
        }
        return Double.NaN;
    }

    /** What the sender's system had taken when everything stood still. */
    long takenBytes() {
        return takenBytes;
    }

    /** What had crossed the wire by then. */
    long payloadBytes() {
        return fresh(sent);
    }

    /** When it asked for the window, from when the last payload crossed the wire. */
    List<Double> probesMillis() {
        return repeats.stream().filter(Repeat::asks).map(Repeat::millis).toList();
    }

    /** The story, a line for each event. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(
                0,
                CountText.grouped(takenBytes) + " bytes taken, " + CountText.grouped(payloadBytes())
                        + " of them on the wire, then no new ones"));
        repeats.forEach(repeat -> lines.add(repeat.line()));
        return lines;
    }

    /** An event, so long after the last payload crossed the wire. */
    static String line(double millis, String event) {
        return String.format(Locale.ROOT, "%7.0f ms  %s", millis, event);
    }

    /** Since the last payload crossed the wire. */
    double stillMillis() {
        return (passage.clock().nanoTime() - crossedNanos) / 1e6;
    }
}
