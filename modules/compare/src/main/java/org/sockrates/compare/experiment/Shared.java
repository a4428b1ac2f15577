package org.sockrates.compare.experiment;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.sockrates.compare.DrawnLine;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Unit;
import org.sockrates.link.LinkReport;
import org.sockrates.link.Waits;
import org.sockrates.transport.SocketKind;

/**
 * What came of two flows that shared a link.
 *
 * @param oneBits a second that the first flow's reader got
 * @param otherBits those of the second
 * @param queueMillis how long data waited for the link until its first bit went out, in the mean; NaN when none met a rate
 * @param waited packets that mean rests on
 * @param offered packets the link was given
 * @param dropped how many of them, or of those before, it threw away
 */
record Shared(double oneBits, double otherBits, double queueMillis, long waited, long offered, long dropped) {

    /** The formula of {@link #fairness()}. */
    static final String FORMULA = "(a+b)^2 / (2 (a^2+b^2)) of the two rates; 1 is fair, 0.5 is all for one";

    /** Lets two flows run beside each other for a while. */
    static Shared by(Run run, SocketKind other, double floodBitsPerSecond) throws IOException {
        try (Flow first = new Flow(run, 1, floodBitsPerSecond);
                Flow second = new Flow(run.of(other), 2, floodBitsPerSecond)) {
            Duration warmUp = Duration.ofMillis(run.settings().count(500, 50));
            Window window = Window.after(run.passage().clock(), warmUp, measured(run.settings()));
            LinkReport before = run.passage().report();
            first.begin(window);
            second.begin(window);
            long ones = first.bytes();
            long others = second.bytes();
            LinkReport after = run.passage().report();
            Waits waits = after.waits().minus(before.waits());
            return new Shared(
                    window.bitsPerSecond(ones),
                    window.bitsPerSecond(others),
                    waits.packets() == 0 ? Double.NaN : waits.nanos() / 1e6 / waits.packets(),
                    waits.packets(),
                    after.in() - before.in(),
                    after.dropped() - before.dropped());
        }
    }

    /** How long two flows are looked at. */
    static Duration measured(Settings settings) {
        return Duration.ofMillis(settings.count(2000, 200));
    }

    /** Whether anything came through at all, so that it can be shared. */
    boolean any() {
        return oneBits + otherBits > 0;
    }

    /** The first flow's share, in percent. */
    double sharePercent() {
        return 100 * oneBits / (oneBits + otherBits);
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
