package org.sockrates.shell.chart;

/**
 * Values over time: each holds until the next.
 *
 * @param times when, ascending
 * @param values as many; what is no number is not drawn
 * @param mark a dot of it where there is no Braille
 * @param dotted whether it is drawn with gaps, so that it differs from another where there is Braille
 */
@SuppressWarnings("ArrayRecordComponent") // made for one drawing, and never compared
public record Curve(double[] times, double[] values, char mark, boolean dotted) {
    private static final int GAP = 3;

    /** The greatest value within a time, with the one that holds when it begins; 0 where there is none. */
    double most(double from, double to) {
        double most = 0;
        for (int i = 0; i < times.length; i++) {
            boolean over = i + 1 < times.length && times[i + 1] <= from;
            if (!over && times[i] <= to && values[i] > most) {
                most = values[i];
            }
        }
        return most;
    }

    /** Draws it: upright from the least to the greatest value of each column, and from the column before. */
    void draw(Canvas canvas, Scale across, Scale up) {
        int next = 0;
        double last = Double.NaN;
        for (int x = 0; x < canvas.dotsAcross(); x++) {
            double low = last;
            double high = last;
            while (next < times.length && (times[next] <= across.least() || dotOf(next, canvas, across) <= x)) {
                boolean before = times[next] < across.least();
                last = values[next++];
                low = before || Double.isNaN(low) ? last : Math.min(low, last);
                high = before || Double.isNaN(high) ? last : Math.max(high, last);
            }
            if (!Double.isNaN(last) && !(dotted && canvas.braille() && x % GAP > 0)) {
                int from = up.dot(dotted ? last : low, canvas.dotsUp());
                int to = up.dot(dotted ? last : high, canvas.dotsUp());
                for (int y = from; y <= to; y++) {
                    canvas.dot(x, y, mark);
                }
            }
            if (next == times.length) {
                return;
            }
        }
    }

    private int dotOf(int sample, Canvas canvas, Scale across) {
        return across.dot(times[sample], canvas.dotsAcross());
    }
}
