package org.sockrates.shell.roles;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Samples;
import org.sockrates.compare.Unit;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Median;
import org.sockrates.transport.text.CountText;

/**
 * What a pinger counts: {@code sent = received + late + lost + under way} always. Every round trip is kept, so the
 * percentiles are exact, where {@link Samples} says that there are any; those of late replies are not among them.
 */
final class PingTally {
    /** A round trip that nobody knows: which message the reply belongs to is not sure. So with a count. */
    static final long UNKNOWN = -1;

    private final String transport;
    private final InetSocketAddress server;
    private long[] roundTrips = new long[64];
    private int timed;
    private int received;
    private int sent;
    private int late;
    private int duplicates;
    private int unasked;
    private int unnumbered;
    private int leftLate;
    private long mostLateNanos;
    private volatile long thrownAway = UNKNOWN;

    PingTally(String transport, InetSocketAddress server) {
        this.transport = transport;
        this.server = server;
    }

    void sent() {
        sent++;
    }

    /** It was not sent after all. */
    void unsent() {
        sent--;
    }

    void received(long roundTripNanos) {
        received++;
        if (roundTripNanos == UNKNOWN) {
            return;
        }
        if (timed == roundTrips.length) {
            roundTrips = Arrays.copyOf(roundTrips, 2 * timed);
        }
        roundTrips[timed++] = roundTripNanos;
    }

    /** One was sent so long after its time. */
    void leftLate(long nanos) {
        leftLate++;
        mostLateNanos = Math.max(mostLateNanos, nanos);
    }

    /** A reply to a message that had been given up. */
    void late() {
        late++;
    }

    /** One more reply to a message that had its own. */
    void duplicate() {
        duplicates++;
    }

    /** A reply to nothing that was asked. */
    void unasked() {
        unasked++;
    }

    /** What may be a reply, and does not say to which message. */
    void unnumbered() {
        unnumbered++;
    }

    /** What was taken for replies were none. */
    void takeBack() {
        unasked += received + late;
        received = 0;
        late = 0;
        timed = 0;
        unnumbered = 0;
    }

    /** So many datagrams came, and found the client's own receive buffer full. */
    void thrownAway(long datagrams) {
        thrownAway = datagrams;
    }

    /** Whether nothing came to all that was sent. */
    boolean silence() {
        return sent > 0 && received + late == 0;
    }

    /** Messages without any reply so far. */
    int missed() {
        return sent - received - late;
    }

    /**
     * All of it.
     *
     * @param underWay of the messages without a reply, those that still had time for one when it ended: not lost
     * @param end why it ended before all were sent; empty where all were
     * @param hint what to do where nothing came
     */
    Reply reply(boolean partial, int underWay, String end, Optional<String> hint) {
        long[] sorted = Arrays.copyOf(roundTrips, timed);
        Arrays.sort(sorted);
        int status =
                partial ? ExitStatus.INTERRUPTED : received == 0 || !end.isEmpty() ? ExitStatus.NETWORK : ExitStatus.OK;
        List<String> lines = lines(sorted, partial, underWay, end);
        hint.ifPresent(said -> lines.addAll(Fold.hanging("  ", said)));
        return Reply.of(lines, json(sorted, partial, underWay, end, hint.orElse(null)), status);
    }

    /** Of those that had their time. */
    private double lostPercent(int underWay) {
        return sent == underWay ? 0 : 100.0 * (missed() - underWay) / (sent - underWay);
    }

    private List<String> lines(long[] sorted, boolean partial, int underWay, String end) {
        String counts = transport + " " + CallText.address(server) + ": sent " + sent + ", received " + received
                + (late == 0 ? "" : ", late " + late) + ", lost " + (missed() - underWay) + " ("
                + FigureText.of(Unit.PERCENT, lostPercent(underWay)) + ")"
                + (underWay == 0 ? "" : ", under way " + underWay)
                + (duplicates == 0 ? "" : ", duplicates " + duplicates)
                + (unasked == 0 ? "" : ", unasked " + unasked) + (partial ? "; partial" : "");
        List<String> lines = new ArrayList<>(Fold.line(counts));
        if (missed() > 0 && thrownAway > 0) {
            lines.addAll(Fold.hanging(
                    "  ",
                    "this client's own full receive buffer threw away " + CountText.print(thrownAway, "datagram")));
        }
        if (timed > 0) {
            lines.addAll(Fold.line(roundTrips(sorted)));
        }
        if (leftLate > 0) {
            lines.addAll(Fold.line(leftLate + " left late, by up to "
                    + FigureText.of(Unit.MILLISECONDS, mostLateNanos / 1e6)
                    + "; a round trip begins when its send does"));
        }
        if (unnumbered > 0) {
            lines.addAll(Fold.line("what came carries no number; it was taken for replies, in order"));
        }
        if (!end.isEmpty()) {
            lines.addAll(Fold.hanging("ended early: ", end));
        }
        return lines;
    }

    /** Of those that so many samples can tell; of a single one there is no least and no most. */
    private static String roundTrips(long[] sorted) {
        StringJoiner names = new StringJoiner("/");
        StringJoiner millis = new StringJoiner("/");
        if (tells(sorted, 50)) {
            names.add("min").add("median");
            millis.add(text(millis(sorted, 0))).add(text(median(sorted)));
        }
        if (tells(sorted, 99)) {
            names.add("p99");
            millis.add(text(millis(sorted, 0.99)));
        }
        if (tells(sorted, 50)) {
            names.add("max");
        }
        millis.add(text(millis(sorted, 1)));
        String what = names.length() == 0 ? "" : names + " ";
        return "round trip " + what + millis + " ms, n=" + sorted.length;
    }

    private static boolean tells(long[] sorted, double percent) {
        return sorted.length >= Samples.needed(percent);
    }

    private Object json(long[] sorted, boolean partial, int underWay, String end, @Nullable String hint) {
        Long full = thrownAway == UNKNOWN ? null : Long.valueOf(thrownAway);
        return Json.object(
                "transport", transport,
                "server", CallText.address(server),
                "sent", sent,
                "received", received,
                "late", late,
                "lost_packets", missed() - underWay,
                "lost_percent", lostPercent(underWay),
                "under_way", underWay,
                "thrown_away_packets", full,
                "left_late", leftLate,
                "left_late_max_ms", leftLate == 0 ? null : mostLateNanos / 1e6,
                "duplicates", duplicates,
                "unasked", unasked,
                "rtt_n", timed,
                "rtt_min_ms", orNull(sorted, 0),
                "rtt_median_ms", tells(sorted, 50) ? median(sorted) : null,
                "rtt_p99_ms", tells(sorted, 99) ? millis(sorted, 0.99) : null,
                "rtt_max_ms", orNull(sorted, 1),
                "partial", partial,
                "end", Json.orNull(end),
                "hint", hint);
    }

    private static double median(long[] sorted) {
        return Median.of(Arrays.stream(sorted).asDoubleStream()) / 1e6;
    }

    private static String text(double millis) {
        return FigureText.number(Unit.MILLISECONDS, millis);
    }

    private static @Nullable Double orNull(long[] sorted, double quantile) {
        return sorted.length == 0 ? null : millis(sorted, quantile);
    }

    /** The nearest-rank percentile. */
    private static double millis(long[] sorted, double quantile) {
        int rank = (int) Math.ceil(quantile * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }
}
