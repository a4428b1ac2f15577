package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.compare.Comparer;
import org.sockrates.compare.Metric;
import org.sockrates.compare.Progress;
import org.sockrates.compare.Result;
import org.sockrates.compare.Settings;
import org.sockrates.compare.experiment.Experiments;
import org.sockrates.link.LinkSpec;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

/**
 * The experiments about single packets, asked of this kernel. Nothing is said of how quick a machine is: a timer, and a way
 * there and back, are at least as long as they are.
 */
@InNamespace
@Timeout(60)
class ComparedTest {
    /** The least time after which Linux sends again because nothing came (RFC 6298 would have a second). */
    private static final double TIMER_MILLIS = 200;

    private static Result ask(String experiment, String link) {
        return new Comparer(new WirePath(), LinkSpec.parse(link), new Settings(7, true), Progress.SILENT)
                .run(List.of(Experiments.named(experiment)), List.of(new TcpTransport(), new UdpTransport()), 1)
                .experiments()
                .get(0);
    }

    private static double value(Result result, String metric, String transport) {
        return metric(result, metric).readings().get(transport).value().orElse(Double.NaN);
    }

    private static Metric metric(Result result, String name) {
        return result.metrics().stream()
                .filter(metric -> metric.measure().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneLosesNothingAndSendsAgainTheOtherLosesAndDoesNot() {
        Result delivery = ask("delivery", "loss 20% seed 42");

        assertThat(value(delivery, "lost_packets", "tcp")).isZero();
        assertThat(value(delivery, "retransmits", "tcp")).isPositive();
        assertThat(value(delivery, "lost_packets", "udp")).isPositive();
        assertThat(value(delivery, "retransmits", "udp")).isNaN();
        assertThat(value(delivery, "wire_packets", "udp")).isEqualTo(value(delivery, "sent_packets", "udp"));
        assertThat(delivery.finding()).contains("went again");
    }

    @Test
    void headersAreCountedToTheByte() {
        Result overhead = ask("overhead", "");

        assertThat(value(overhead, "small_wire_per_byte", "udp")).isEqualTo((20 + 8 + 10) / 10.0);
        assertThat(value(overhead, "large_wire_per_byte", "udp")).isEqualTo((20 + 8 + 1400) / 1400.0);
        assertThat(value(overhead, "around_bytes", "udp")).isZero();
        // with timestamps a segment without payload has 52 bytes, one with a SYN 60
        assertThat(value(overhead, "small_wire_per_byte", "tcp")).isGreaterThan((52 + 10) / 10.0);
        assertThat(value(overhead, "around_bytes", "tcp")).isGreaterThanOrEqualTo(2 * 60 + 4 * 52);
    }

    @Test
    void aLostSegmentIsWaitedForAndALostDatagramNeverComes() {
        Result recovery = ask("recovery", "delay 5ms");

        assertThat(value(recovery, "lost_none_ms", "tcp")).isGreaterThan(5);
        assertThat(value(recovery, "lost_3rd_ms", "tcp")).isGreaterThan(15);
        assertThat(value(recovery, "lost_10th_ms", "tcp")).isGreaterThan(15);
        assertThat(value(recovery, "retransmits", "tcp")).isGreaterThanOrEqualTo(3);
        assertThat(value(recovery, "missing_packets", "tcp")).isZero();
        assertThat(value(recovery, "missing_packets", "udp")).isEqualTo(3);
    }

    @Test
    void thoseBehindALostMessageComeWithItOrWithoutIt() {
        Result line = ask("head-of-line", "delay 5ms");

        assertThat(value(line, "lost_one_ms", "tcp")).isGreaterThan(15);
        assertThat(value(line, "held_up", "tcp")).isPositive();
        assertThat(value(line, "missing_packets", "udp")).isEqualTo(3);
        assertThat(line.drawings().get("udp").get(3)).endsWith("never");
    }

    @Test
    void aLostGreetingCostsASecond() {
        Result loss = ask("syn-loss", "delay 5ms");

        assertThat(value(loss, "connect_ms", "tcp")).isGreaterThan(10);
        assertThat(value(loss, "syn_lost_ms", "tcp")).isGreaterThan(1000);
        assertThat(value(loss, "syn_ack_lost_ms", "tcp")).isGreaterThan(1000);
        assertThat(value(loss, "fin_lost_ms", "tcp")).isGreaterThan(value(loss, "end_ms", "tcp"));
        assertThat(value(loss, "syn_lost_ms", "udp")).isNaN();
    }

    @Test
    void aWindowClosesLongBeforeTheSystemStopsTakingAndOpensAgain() {
        Result window = ask("zero-window", "");

        assertThat(value(window, "window_bytes", "tcp")).isPositive().isLessThan(value(window, "taken_bytes", "tcp"));
        assertThat(value(window, "probes", "tcp")).isNotNegative();
        assertThat(value(window, "moved_after_ms", "tcp")).isPositive();
        assertThat(value(window, "delivered_bytes", "tcp")).isGreaterThanOrEqualTo(value(window, "taken_bytes", "tcp"));
    }

    @Test
    void aThinLinkHasAQueueInWhichPacketsWait() {
        Result congestion = ask("congestion", "");

        assertThat(value(congestion, "queue_alike_ms", "tcp")).isPositive();
        assertThat(value(congestion, "queue_alike_ms", "udp")).isPositive();
        assertThat(value(congestion, "fairness_alike", "udp")).isBetween(0.5, 1.0);
        assertThat(value(congestion, "share_flood_percent", "tcp")).isBetween(0.0, 100.0);
    }

    @Test
    void theTextbookWaitsWhereInventionsNeedNot() {
        Result inventions = ask("inventions", "delay 5ms");

        assertThat(value(inventions, "textbook_9th_ms", "tcp")).isGreaterThan(TIMER_MILLIS);
        assertThat(value(inventions, "textbook_last2_ms", "tcp")).isGreaterThan(TIMER_MILLIS);
        assertThat(value(inventions, "shipped_10th_ms", "tcp")).isGreaterThan(15);
        assertThat(value(inventions, "sack_3rd_ms", "tcp")).isGreaterThan(15);
        assertThat(value(inventions, "retransmits", "tcp")).isGreaterThanOrEqualTo(20);
        assertThat(inventions.drawings().get("tcp")).hasSize(6);
    }
}
