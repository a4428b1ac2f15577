package org.sockrates.compare.experiment;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sockrates.compare.DrawnLine;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Unit;
import org.sockrates.link.LinkReport;
import org.sockrates.link.Passage;
import org.sockrates.link.rule.Rate;
import org.sockrates.transport.SocketKind;

/**
 * What came of two flows that shared a link.
 *
 * @param oneBits a second that the first flow's reader got
 * @param otherBits those of the second
 * @param messages these rates rest on
 * @param unknown why the rates tell nothing of the link, where they do not
 * @param queue what the link's queue did in the same time
 */
record Shared(double oneBits, double otherBits, long messages, Optional<String> unknown, Queued queue) {

    /** The formula of {@link #fairness()}. */
    static final String FORMULA = "(a+b)^2 / (2 (a^2+b^2)) of the two rates; 1 is fair, 0.5 is all for one";

    /** Lets two flows run beside each other for a while. */
    static Shared by(Run run, SocketKind other, double floodBitsPerSecond) throws IOException {
        try (Flow first = new Flow(run, 1, floodBitsPerSecond);
                Flow second = new Flow(run.of(other), 2, floodBitsPerSecond)) {
            Passage passage = run.passage();
            Window window = Window.after(passage.clock(), warmUp(run.settings()), measured(run.settings()));
            Passage.Actor<Queued> watch = passage.start("watch", () -> watched(passage, window));
            first.begin(window);
            second.begin(window);
            Tally ones = first.read();
            Tally others = second.read();
            Queued queue = watch.join(run.settings().actorLimit().plus(measured(run.settings())));
            return of(ChosenLink.rate(passage), new Measuring(run.settings()), window, ones, others, queue);
        }
    }

    /** What two flows had read in the window, of a link with this rate, if any. */
    static Shared of(Optional<Rate> rate, Measuring measuring, Window window, Tally ones, Tally others, Queued queue) {
        return new Shared(
                window.bitsPerSecond(ones.bytes()),
                window.bitsPerSecond(others.bytes()),
                ones.messages() + others.messages(),
                rate.flatMap(known -> Throughput.burst(known, measuring, window, ones.bytes() + others.bytes())),
                queue);
    }

    /** What the queue does while the readers count. */
    private static Queued watched(Passage passage, Window window) {
        sleepUntil(passage, window.from());
        LinkReport before = passage.report();
        sleepUntil(passage, window.to());
        return Queued.between(before, passage.report());
    }

    private static void sleepUntil(Passage passage, long nanos) {
        passage.sleep(Duration.ofNanos(Math.max(0, nanos - passage.clock().nanoTime())));
    }

    private static Duration warmUp(Settings settings) {
        return Duration.ofMillis(settings.inRealTime() ? settings.count(500, 50) : settings.count(60_000, 20_000));
    }

    /**
     * How long two flows are looked at. In virtual time it is longer: slow start's losses are repaired one a round trip (RFC
     * 6582 §3.2), and what a filled gap hands over at once is to be a small part.
     */
    static Duration measured(Settings settings) {
        return Duration.ofMillis(settings.inRealTime() ? settings.count(2_000, 200) : settings.count(60_000, 10_000));
    }

    /** Whether anything came through at all, so that it can be shared. */
    boolean any() {
        return oneBits + otherBits > 0;
    }

    /** The first flow's share, in percent. */
    double sharePercent() {
        return 100 * oneBits / (oneBits + otherBits);
    }

    /** The share of whichever had more, in percent. */
    double largerPercent() {
        return Math.max(sharePercent(), 100 - sharePercent());
    }

    /** Jain's index. */
    double fairness() {
        double sum = oneBits + otherBits;
        return sum * sum / (2 * (oneBits * oneBits + otherBits * otherBits));
    }

    /** Two bars. */
    List<DrawnLine> drawn(String oneName, String otherName) {
        return List.of(bar(oneName, oneBits), bar(otherName, otherBits));
    }

    private static DrawnLine bar(String name, double bits) {
        String before = String.format(Locale.ROOT, "%-20s ", name);
        return new DrawnLine(before, bits, FigureText.of(Unit.BITS_PER_SECOND, bits));
    }
}
