package org.sockrates.shell.tcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.chart.Chart;
import org.sockrates.shell.chart.Curve;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.Fold;
import org.sockrates.wire.TcpInfo;

/**
 * What a watch saw, drawn: cwnd and ssthresh above, the round trip below, over the same time.
 *
 * @param connection whose it is
 * @param samples two or more
 * @param from the first that is drawn
 * @param to the last
 */
record TcpPlot(KernelConnection connection, List<Sample> samples, int from, int to, int width, boolean unicode)
        implements Reply {
    private static final int WINDOW_ROWS = 10;
    private static final int TRIP_ROWS = 5;
    private static final double SECOND = 1.0;
    private static final double LEAST_SECONDS = 1e-3;

    /** All of it. */
    static TcpPlot whole(KernelConnection connection, List<Sample> samples, int width, boolean unicode) {
        return new TcpPlot(connection, samples, 0, samples.size() - 1, width, unicode);
    }

    /** As long as anything was in flight, and one sample more at each side; all where nothing ever was. */
    static TcpPlot busy(KernelConnection connection, List<Sample> samples, int width, boolean unicode) {
        int first = 0;
        int last = samples.size() - 1;
        while (first < last && samples.get(first).info().unacked() == 0) {
            first++;
        }
        while (last > first && samples.get(last).info().unacked() == 0) {
            last--;
        }
        return first == last
                ? whole(connection, samples, width, unicode)
                : new TcpPlot(
                        connection,
                        samples,
                        Math.max(0, first - 1),
                        Math.min(samples.size() - 1, last + 1),
                        width,
                        unicode);
    }

    @Override
    public List<String> lines() {
        boolean brief = seconds(to) - seconds(from) < SECOND;
        double factor = brief ? 1e3 : 1;
        Chart chart = new Chart(
                width, unicode, seconds(from) * factor, Math.max(seconds(to), seconds(from) + LEAST_SECONDS) * factor);
        double[] times = drawn().stream()
                .mapToDouble(sample -> sample.seconds() * factor)
                .toArray();
        long mss = samples.get(to).info().mss();
        List<String> lines = new ArrayList<>(Fold.line(title()));
        lines.add("in segments of " + mss + " bytes: cwnd " + (unicode ? "(line)" : "(*)") + ", ssthresh "
                + (unicode ? "(dots)" : "(-)"));
        lines.addAll(chart.rows(
                WINDOW_ROWS,
                List.of(
                        new Curve(times, values(TcpInfo::cwnd), '*', false),
                        new Curve(times, values(TcpPlot::threshold), '-', true))));
        double[] again = again(factor);
        if (again.length > 0) {
            lines.add(chart.marks("again", again, unicode ? '×' : 'x'));
        }
        lines.add("smoothed round trip in ms" + (again.length > 0 ? "; above: when something was sent again" : ""));
        lines.addAll(chart.rows(
                TRIP_ROWS, List.of(new Curve(times, values(info -> Millis.of(info.rttMicros())), '*', false))));
        lines.addAll(chart.time(brief ? "ms" : "s"));
        return lines;
    }

    private String title() {
        return String.format(
                Locale.ROOT,
                "%s, watched %.2f s, n %d",
                connection.title(),
                seconds(samples.size() - 1),
                samples.size());
    }

    private List<Sample> drawn() {
        return samples.subList(from, to + 1);
    }

    private double seconds(int sample) {
        return samples.get(sample).seconds();
    }

    private double[] values(ToDoubleFunction<TcpInfo> figure) {
        return drawn().stream()
                .mapToDouble(sample -> figure.applyAsDouble(sample.info()))
                .toArray();
    }

    private static double threshold(TcpInfo info) {
        return info.ssthresh() == TcpInfo.NO_THRESHOLD ? Double.NaN : info.ssthresh();
    }

    /** When the number of retransmissions had grown. */
    private double[] again(double factor) {
        List<Sample> drawn = drawn();
        List<Double> times = new ArrayList<>();
        for (int i = 1; i < drawn.size(); i++) {
            if (drawn.get(i).info().retransmits() > drawn.get(i - 1).info().retransmits()) {
                times.add(drawn.get(i).seconds() * factor);
            }
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public Object json() {
        List<Object> points = new ArrayList<>();
        for (Sample sample : drawn()) {
            Map<String, @Nullable Object> point = Json.object("time_s", sample.seconds());
            point.putAll(KernelConnection.figures(sample.info()));
            points.add(point);
        }
        return Json.object(
                "socket", connection.socket(),
                "name", Json.orNull(connection.owner()),
                "watched_s", seconds(samples.size() - 1),
                "samples", points);
    }
}
