package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sockrates.app.process.NeedsWire;
import org.sockrates.app.process.Started.Ended;

/**
 * The experiments about single packets, asked of this kernel. Nothing is said of how quick a machine is: a timer, and a way
 * there and back, are at least as long as they are.
 */
@NeedsWire
@Execution(ExecutionMode.CONCURRENT)
class WireCompareTest extends OwnMachine {
    /** The least time after which Linux sends again because nothing came (RFC 6298 would have a second). */
    private static final double TIMER_MILLIS = 200;

    /** One experiment of a document. */
    private record Told(Map<?, ?> experiment) {
        Object value(String metric, String transport) {
            Map<?, ?> named = ((List<?>) experiment.get("metrics"))
                    .stream()
                            .map(Map.class::cast)
                            .filter(each -> each.get("name").equals(metric))
                            .findFirst()
                            .orElseThrow();
            return ((Map<?, ?>) named.get("values")).get(transport);
        }

        double number(String metric, String transport) {
            return ((Number) value(metric, transport)).doubleValue();
        }

        List<?> drawing(String transport) {
            return (List<?>) ((Map<?, ?>) experiment.get("drawings")).get(transport);
        }
    }

    /** Asks them all in one run, and takes its document apart. */
    private List<Told> ask(String link, String... experiments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("compare"));
        words.addAll(List.of(experiments));
        words.addAll(List.of("--path", "wire", "--transports", "tcp,udp", "--json"));
        words.addAll(link.isEmpty() ? List.of() : List.of("--link", link));
        Ended ended = sockrates.runOnWire(words.toArray(String[]::new));
        assertThat(ended.status()).as("%s", ended).isZero();
        Map<String, Object> document = JSON.std.mapFrom(ended.out().get(0));
        assertThat(document).containsEntry("path", "wire");
        return ((List<?>) document.get("experiments"))
                .stream().map(each -> new Told((Map<?, ?>) each)).toList();
    }

    @Test
    void aCongestionControlThatThisKernelHasNotIsRefusedBeforeAnythingRuns() throws IOException, InterruptedException {
        Ended ended = sockrates.run("compare", "setup", "--path", "wire", "--congestion", "nonesuch");

        assertThat(ended.status()).as("%s", ended).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .singleElement()
                .asString()
                .startsWith("compare: --congestion: \"nonesuch\" (expected: one that this kernel takes: ")
                .contains("reno");
    }

    @Test
    void aModelsCongestionControlIsNotOursToChoose() throws IOException, InterruptedException {
        Ended ended = sockrates.run("compare", "setup", "--path", "sim", "--congestion", "reno");

        assertThat(ended.status()).as("%s", ended).isEqualTo(2);
        assertThat(ended.err())
                .containsExactly("compare: --congestion over sim (expected: a path with a kernel of its own);"
                        + " use --path wire");
    }

    @Test
    void oneLosesNothingAndSendsAgainTheOtherLosesAndDoesNot() throws IOException, InterruptedException {
        Told delivery = ask("loss 20% seed 42", "delivery", "--quick").get(0);

        assertThat(delivery.number("lost_packets", "tcp")).isZero();
        assertThat(delivery.number("retransmits", "tcp")).isPositive();
        assertThat(delivery.number("lost_packets", "udp")).isPositive();
        assertThat(delivery.value("retransmits", "udp")).isNull();
        assertThat(delivery.number("wire_packets", "udp")).isEqualTo(delivery.number("sent_packets", "udp"));
        assertThat(delivery.experiment().get("finding").toString()).contains("went again");
    }

    @Test
    void everyFragmentThatWasSentIsCountedOrToldToBeLostBeforeTheWire() throws IOException, InterruptedException {
        Told slow = ask("", "slow-reader", "--quick").get(0);

        double sent = slow.number("accepted_bytes", "udp") / 8192 * 6;
        assertThat(slow.number("wire_packets", "udp") + slow.number("overrun_packets", "udp"))
                .isEqualTo(sent);
    }

    @Test
    void aWireWithoutRulesCountsEveryByteAndShowsWindowsAndQueues() throws IOException, InterruptedException {
        List<Told> told = ask("", "overhead", "zero-window", "--quick");
        headersAreCountedToTheByte(told.get(0));
        aWindowClosesLongBeforeTheSystemStopsTakingAndOpensAgain(told.get(1));
    }

    /** Not quickly: a reader that stands still for a moment gets more then than the link carries in so short a time. */
    @Test
    void flowsShareAThinLink() throws IOException, InterruptedException {
        aThinLinkHasAQueueInWhichPacketsWait(ask("", "congestion").get(0));
    }

    private static void headersAreCountedToTheByte(Told overhead) {
        assertThat(overhead.number("small_wire_per_byte", "udp")).isEqualTo((20 + 8 + 10) / 10.0);
        assertThat(overhead.number("large_wire_per_byte", "udp")).isEqualTo((20 + 8 + 1400) / 1400.0);
        assertThat(overhead.number("around_bytes", "udp")).isZero();
        // with timestamps a segment without payload has 52 bytes, one with a SYN 60
        assertThat(overhead.number("small_wire_per_byte", "tcp")).isGreaterThan((52 + 10) / 10.0);
        assertThat(overhead.number("around_bytes", "tcp")).isGreaterThanOrEqualTo(2 * 60 + 4 * 52);
    }

    private static void aWindowClosesLongBeforeTheSystemStopsTakingAndOpensAgain(Told window) {
        assertThat(window.number("window_bytes", "tcp")).isPositive().isLessThan(window.number("taken_bytes", "tcp"));
        assertThat(window.number("probes", "tcp")).isPositive(); // 500 ms of standing still; Linux asks after 200
        assertThat(window.number("moved_after_ms", "tcp")).isPositive();
        assertThat(window.number("delivered_bytes", "tcp")).isGreaterThanOrEqualTo(window.number("taken_bytes", "tcp"));
    }

    private static void aThinLinkHasAQueueInWhichPacketsWait(Told congestion) {
        assertThat(congestion.number("queue_alike_ms", "tcp")).isPositive();
        assertThat(congestion.number("queue_alike_ms", "udp")).isPositive();
        isFairness(congestion.number("fairness_alike", "udp"), congestion.number("share_alike_percent", "udp"));
        isFairness(congestion.number("fairness_flood", "tcp"), congestion.number("share_flood_percent", "tcp"));
    }

    /** Jain's index follows from the share. */
    private static void isFairness(double fairness, double sharePercent) {
        double one = sharePercent / 100;
        double other = 1 - one;
        assertThat(fairness).isCloseTo(1 / (2 * (one * one + other * other)), within(1e-6));
    }

    @Test
    void whatASingleLostPacketCostsIsARoundTripOrATimer() throws IOException, InterruptedException {
        List<Told> told = ask("delay 5ms", "recovery", "head-of-line", "syn-loss", "inventions");
        aLostSegmentIsWaitedForAndALostDatagramNeverComes(told.get(0));
        thoseBehindALostMessageComeWithItOrWithoutIt(told.get(1));
        aLostGreetingCostsASecond(told.get(2));
        theTextbookWaitsWhereInventionsNeedNot(told.get(3));
    }

    private static void aLostSegmentIsWaitedForAndALostDatagramNeverComes(Told recovery) {
        assertThat(recovery.number("lost_none_ms", "tcp")).isGreaterThan(5);
        assertThat(recovery.number("lost_3rd_ms", "tcp")).isGreaterThan(15);
        assertThat(recovery.number("lost_10th_ms", "tcp")).isGreaterThan(15);
        assertThat(recovery.number("retransmits", "tcp")).isGreaterThanOrEqualTo(3);
        assertThat(recovery.number("missing_packets", "tcp")).isZero();
        assertThat(recovery.number("missing_packets", "udp")).isEqualTo(3);
    }

    private static void thoseBehindALostMessageComeWithItOrWithoutIt(Told line) {
        assertThat(line.number("lost_one_ms", "tcp")).isGreaterThan(15);
        assertThat(line.number("held_up", "tcp")).isPositive();
        assertThat(line.number("missing_packets", "udp")).isEqualTo(3);
        assertThat(line.drawing("udp").get(3).toString()).endsWith("never");
    }

    private static void aLostGreetingCostsASecond(Told loss) {
        assertThat(loss.number("connect_ms", "tcp")).isGreaterThan(10);
        assertThat(loss.number("syn_lost_ms", "tcp")).isGreaterThan(1000);
        assertThat(loss.number("syn_ack_lost_ms", "tcp")).isGreaterThan(1000);
        assertThat(loss.number("fin_lost_ms", "tcp")).isGreaterThan(loss.number("end_ms", "tcp"));
        assertThat(loss.value("syn_lost_ms", "udp")).isNull();
    }

    private static void theTextbookWaitsWhereInventionsNeedNot(Told inventions) {
        assertThat(inventions.number("textbook_9th_ms", "tcp")).isGreaterThan(TIMER_MILLIS);
        assertThat(inventions.number("textbook_last2_ms", "tcp")).isGreaterThan(TIMER_MILLIS);
        assertThat(inventions.number("shipped_10th_ms", "tcp")).isGreaterThan(15);
        assertThat(inventions.number("sack_3rd_ms", "tcp")).isGreaterThan(15);
        assertThat(inventions.number("retransmits", "tcp")).isGreaterThanOrEqualTo(20);
        assertThat(inventions.drawing("tcp")).hasSize(6);
    }
}
