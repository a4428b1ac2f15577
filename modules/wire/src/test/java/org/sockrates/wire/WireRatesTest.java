package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.link.LinkReport;
import org.sockrates.link.rule.Verdict;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.testkit.Lottery;

/** What a link does to many of the kernel's own packets. */
@InNamespace
@Timeout(60)
class WireRatesTest {
    private static final int MANY = 100_000;
    private static final int AT_ONCE = 5_000; // half of what the device's queue holds
    private static final String LINK =
            "upstream loss 2% duplicate 3% corrupt 1% delay 1ms reorder 5% limit 100000 seed 42";

    /** What became of the packets of one way. */
    private record Outcome(LinkReport report, List<String> decisions) {}

    @Test
    void ratesAreThoseThatWereTypedAndTheSameSeedDecidesTheSame() throws IOException {
        Outcome first = outcome(MANY);
        LinkReport report = first.report();
        assertThat(report.in()).isEqualTo(MANY);
        Lottery.assertRate(report.dropped(), MANY, 0.02);
        long survivors = MANY - report.dropped();
        long met = survivors + report.duplicated();
        Lottery.assertRate(report.duplicated(), survivors, 0.03);
        Lottery.assertRate(report.corrupted(), met, 0.01);
        Lottery.assertRate(report.byRule().get("reorder"), met, 0.05);
        assertThat(first.decisions()).hasSize(MANY + (int) report.duplicated());
        List<String> again = outcome(MANY / 4).decisions();
        assertThat(first.decisions().subList(0, again.size())).isEqualTo(again);
    }

    /** The datagrams leave no faster than the wire takes them, so that it loses none of its own accord. */
    private static Outcome outcome(int packets) throws IOException {
        try (Ends ends = Ends.of(LINK);
                DatagramChannel well = ends.datagrams();
                DatagramChannel source = DatagramChannel.open()) {
            source.connect(ends.towards(well));
            Decisions decisions = new Decisions();
            ends.wire.observe(decisions);
            ByteBuffer datagram = ByteBuffer.allocateDirect(64);
            for (int sent = 1; sent <= packets; sent++) {
                source.write(datagram.clear());
                if (sent % AT_ONCE == 0) {
                    awaitAll(ends.wire, sent, decisions);
                }
            }
            return new Outcome(ends.wire.report(Way.UPSTREAM), decisions.made);
        }
    }

    /** Until all were seen and have arrived, so that the wire has room for the next ones. */
    private static void awaitAll(Wire wire, int sent, Decisions decisions) {
        await().pollInterval(Duration.ofMillis(1))
                .until(() -> wire.traffic().upstream().packets() == sent && decisions.underWay.get() == 0);
    }

    private static final class Decisions implements WireObserver {
        private final List<String> made = new ArrayList<>();
        private final AtomicInteger underWay = new AtomicInteger();

        @Override
        public void sent(WirePacket packet) {
            made.add(packet.number() + " " + packet.verdict().word() + " " + packet.rule());
            underWay.addAndGet(packet.verdict() == Verdict.DROPPED ? 0 : 1);
        }

        @Override
        public void arrived(WirePacket packet) {
            underWay.decrementAndGet();
        }
    }
}
