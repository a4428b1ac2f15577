package org.sockrates.shell.roles;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.transport.CallText;

/** What a pinger counts: sent, received, lost, late; round trips. Every one of them is kept, so the percentiles are exact. */
final class PingTally {
    private final String transport;
    private final InetSocketAddress server;
    private long[] roundTrips = new long[64];
    private int received;
    private int sent;
    private int late;

    PingTally(String transport, InetSocketAddress server) {
        this.transport = transport;
        this.server = server;
    }

    void sent() {
        sent++;
    }

    void received(long roundTripNanos) {
        if (received == roundTrips.length) {
            roundTrips = Arrays.copyOf(roundTrips, 2 * received);
        }
        roundTrips[received++] = roundTripNanos;
    }

    /** A reply to an earlier message, which had been given up. */
    void late() {
        late++;
    }

    Reply reply(boolean partial) {
        long[] sorted = Arrays.copyOf(roundTrips, received);
        Arrays.sort(sorted);
        int lost = sent - received;
        double lostPercent = sent == 0 ? 0 : 100.0 * lost / sent;
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s %s: sent %d, received %d, lost %d (%.3g %%)%s%s",
                transport,
                CallText.address(server),
                sent,
                received,
                lost,
                lostPercent,
                late == 0 ? "" : ", of them late " + late,
                partial ? "; partial" : ""));
        if (received > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "round trip min/median/p99/max %.3g/%.3g/%.3g/%.3g ms, n=%d",
                    millis(sorted, 0),
                    millis(sorted, 0.5),
                    millis(sorted, 0.99),
                    millis(sorted, 1),
                    received));
        }
        return Reply.of(
                lines,
                Json.object(
                        "transport", transport,
                        "server", CallText.address(server),
                        "sent", sent,
                        "received", received,
                        "lost_packets", lost,
                        "lost_percent", lostPercent,
                        "late", late,
                        "rtt_min_ms", orNull(sorted, 0),
                        "rtt_median_ms", orNull(sorted, 0.5),
                        "rtt_p99_ms", orNull(sorted, 0.99),
                        "rtt_max_ms", orNull(sorted, 1),
                        "partial", partial),
                partial ? ExitStatus.INTERRUPTED : received == 0 ? ExitStatus.NETWORK : ExitStatus.OK);
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
