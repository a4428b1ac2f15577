package org.sockrates.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockrates.link.rule.Crossing;
import org.sockrates.link.rule.LinkBench;
import org.sockrates.link.rule.Order;
import org.sockrates.link.rule.Orders;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.UsageException;

class LinkTest {
    private static final List<String> WORDS = List.of(
            "drop 3,7-9",
            "loss 5%",
            "loss 20% 50%",
            "loss gemodel 2% 30%",
            "duplicate 10%",
            "corrupt 5%",
            "delay 20ms 5ms",
            "delay 3ms",
            "delay 20ms 5ms 25% distribution pareto",
            "rate 1mbit",
            "limit 5",
            "limit 100",
            "delay 1ms reorder 25%",
            "delay 10ms reorder 25% 50% gap 5",
            "upstream drop every 2",
            "downstream duplicate packets 1-");

    @Test
    void aPerfectLinkPassesEverythingAtOnce() {
        LinkBench bench = new LinkBench("");
        bench.offerEach(100, 1_000_000);
        assertThat(bench.delivered())
                .hasSize(100)
                .allMatch(one -> one.delayNanos() == 0 && one.rule().isEmpty());
        assertThat(bench.report()).isEqualTo(new LinkReport(100, 100, 0, 0, 0, 0, 0, 1000, 1000, Map.of()));
    }

    @Test
    void nothingIsMadeAndNothingVanishesWhateverTheRules() {
        SplitMix64 random = new SplitMix64(4711);
        int tried = 0;
        while (tried < 300) {
            long seed = random.nextLong() >>> 1;
            String text = randomText(random) + " seed " + seed;
            LinkSpec spec;
            try {
                spec = LinkSpec.parse(text);
            } catch (UsageException sameWordTwice) {
                continue;
            }
            tried++;
            LinkBench bench = new LinkBench(spec, tried % 2 == 0 ? Way.UPSTREAM : Way.DOWNSTREAM);
            for (int i = 0; i < 200; i++) {
                bench.offer(random.nextInt(5_000_000), random.nextInt(1500));
                LinkReport report = bench.report();
                assertThat(report.in() + report.duplicated())
                        .as(text)
                        .isEqualTo(report.out() + report.dropped() + report.queued());
            }
            bench.pass(4_000_000_000_000L);
            LinkReport end = bench.report();
            assertThat(end.queued()).as(text).isZero();
            assertThat(end.out()).as(text).isEqualTo(bench.delivered().size());
            assertThat(end.outBytes()).as(text).isEqualTo(bench.deliveredBytes());
            assertThat(end.in()).as(text).isEqualTo(200);
        }
    }

    private static String randomText(SplitMix64 random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.toString().trim();
    }

    @Test
    void theSameSeedMakesTheSameDecisions() {
        String text = "delay 20ms 5ms loss 5% duplicate 5% reorder 10% corrupt 5% seed ";
        assertThat(decisions(text + 1)).isEqualTo(decisions(text + 1)).isNotEqualTo(decisions(text + 2));
    }

    @Test
    void theTwoWaysDecideApart() {
        LinkSpec spec = LinkSpec.parse("loss 30%");
        LinkBench up = new LinkBench(spec, Way.UPSTREAM);
        LinkBench down = new LinkBench(spec, Way.DOWNSTREAM);
        up.offerEach(100, 1);
        down.offerEach(100, 1);
        assertThat(up.lost()).isNotEqualTo(down.lost());
    }

    @Test
    void oneRuleDoesNotDisturbTheDrawsOfAnother() {
        LinkBench alone = new LinkBench("loss 5% seed 3");
        LinkBench together = new LinkBench("duplicate 20% corrupt 20% delay 5ms 1ms loss 5% seed 3");
        alone.offerEach(1000, 100_000);
        together.offerEach(1000, 100_000);
        assertThat(together.lost()).isNotEmpty().isEqualTo(alone.lost());
    }

    @Test
    void decisionsDoNotChangeFromReleaseToRelease() {
        LinkBench bench = new LinkBench("loss 10% duplicate 10% corrupt 10% delay 10ms 4ms reorder 10% seed 42");
        bench.offerEach(20, 1_000_000);
        assertThat(bench.story())
                .containsExactly(
                        "1 reordered reorder",
                        "1 duplicated 8840us duplicate,delay",
                        "2 corrupted 11931us corrupt,delay",
                        "3 delayed 9223us delay",
                        "4 delayed 10631us delay",
                        "4 duplicated 10931us duplicate,delay",
                        "5 delayed 7577us delay",
                        "6 corrupted 13551us corrupt,delay",
                        "7 delayed 10868us delay",
                        "8 delayed 13654us delay",
                        "9 delayed 7852us delay",
                        "10 dropped loss",
                        "11 delayed 12944us delay",
                        "12 delayed 10694us delay",
                        "13 delayed 13546us delay",
                        "14 dropped loss",
                        "15 delayed 7089us delay",
                        "15 duplicated 10633us duplicate,delay",
                        "16 delayed 9241us delay",
                        "17 delayed 11528us delay",
                        "17 duplicated 7818us duplicate,delay",
                        "18 delayed 11710us delay",
                        "19 reordered reorder",
                        "20 reordered reorder");
    }

    private static List<String> decisions(String text) {
        LinkBench bench = new LinkBench(text);
        bench.offerEach(500, 100_000);
        return bench.story();
    }

    @Test
    void countsEachRuleByItsWord() {
        LinkBench bench = new LinkBench("drop 1,2 duplicate packets 3 delay 1ms");
        bench.offerEach(4, 1000);
        assertThat(bench.report().byRule())
                .containsExactly(Map.entry("drop", 2L), Map.entry("duplicate", 1L), Map.entry("delay", 3L));
    }

    @Test
    void packetsThatLeaveAtOneMomentAreInOrder() {
        LinkBench bench = new LinkBench("delay 1ms");
        bench.offerEach(3, 0);
        assertThat(bench.report().reordered()).isZero();
    }

    @Test
    void allOrdersThatHitAPacketAreToldAndADropWaitsForTheNext() {
        Orders orders = new Orders();
        orders.add(Order.parse("delay next 5ms"));
        orders.add(Order.parse("corrupt next"));
        orders.add(Order.parse("drop next"));
        LinkBench bench = new LinkBench(LinkSpec.NONE, Way.UPSTREAM, orders);
        bench.offerEach(2, 1000);
        assertThat(bench.story())
                .containsExactly("1 corrupted 5000us delay next 5ms,corrupt next", "2 dropped drop next");
        assertThat(bench.report().byRule())
                .isEqualTo(Map.of("delay next 5ms", 1L, "corrupt next", 1L, "drop next", 1L));
    }

    @Test
    void numbersPacketsFromOneAgainWhenTheRulesChange() {
        LinkBench bench = new LinkBench("drop 2");
        bench.offerEach(3, 1000);
        bench.link().use(LinkSpec.parse("drop 1"));
        bench.offerEach(3, 1000);
        assertThat(bench.story())
                .containsExactly("1 passed", "2 dropped drop", "3 passed", "1 dropped drop", "2 passed", "3 passed");
        assertThat(bench.report().in()).isEqualTo(6);
    }

    @Test
    void keepsWhatIsInsideWhenTheRulesChange() {
        LinkBench bench = new LinkBench("delay 10ms");
        bench.offerEach(3, 1000);
        bench.link().use(LinkSpec.NONE);
        assertThat(bench.report().queued()).isEqualTo(3);
        bench.pass(10_000_000);
        assertThat(bench.report().out()).isEqualTo(3);
    }

    @Test
    void aPacketThatNoRuleHitsAllocatesNothing() {
        Link link = new Link(LinkSpec.parse("loss 0% duplicate 0% drop 1 rate 1tbit"), Way.UPSTREAM);
        Link.Outlet outlet = new Link.Outlet() {
            @Override
            public void deliver(ByteBuffer packet, Crossing crossing) {
                packet.position(packet.limit());
            }

            @Override
            public void drop(ByteBuffer packet, Crossing crossing) {
                packet.position(packet.limit());
            }
        };
        ByteBuffer packet = ByteBuffer.allocate(100);
        offer(link, packet, outlet, 0, 1000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        offer(link, packet, outlet, 1000, 11_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }

    private static void offer(Link link, ByteBuffer packet, Link.Outlet outlet, int from, int to) {
        for (int i = from; i < to; i++) {
            link.offer(i * 1000L, PacketKind.DATA, packet, outlet);
        }
    }

    @Test
    void leavesTheOfferedPacketAsItWas() {
        LinkBench bench = new LinkBench("duplicate 100% corrupt 100% delay 1ms");
        ByteBuffer packet =
                ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5}).position(1).limit(4);
        bench.link().offer(bench.now(), PacketKind.DATA, packet, bench);
        assertThat(packet.position()).isEqualTo(1);
        assertThat(packet.limit()).isEqualTo(4);
        assertThat(packet.array()).containsExactly(1, 2, 3, 4, 5);
        assertThat(bench.deliveredBytes()).isEqualTo(6);
    }
}
