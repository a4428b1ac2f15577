package org.sockrates.link.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.transport.UsageException;

class OrdersTest {
    private final Orders orders = new Orders();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop next|x........",
                "drop 2nd|.x.......",
                "drop next data|..x......",
                "drop 3rd data|.....x...",
                "drop next ack|.x.......",
                "drop next fin|.......x.",
                "drop next syn-ack|.........",
                "upstream drop next fin|.......x.",
                "downstream drop next|.........",
            })
    void aPacketIsDroppedOnce(String order, String map) {
        LinkBench bench = bench("");
        orders.add(Order.parse(order));
        PacketKindTest.offerConversation(bench);
        assertThat(bench.map()).isEqualTo(map);
        PacketKindTest.offerConversation(bench);
        assertThat(orders.waiting()).hasSize(map.contains("x") ? 0 : 1);
    }

    @Test
    void theHitIsToldByWhatWasTyped() {
        LinkBench bench = bench("delay 1ms");
        orders.add(Order.parse("delay next data 200ms"));
        orders.add(Order.parse("duplicate next ack"));
        orders.add(Order.parse("corrupt 2nd data"));
        orders.add(Order.parse("drop next fin"));
        PacketKindTest.offerConversation(bench);
        assertThat(bench.story())
                .containsExactly(
                        "1 delayed 1000us delay",
                        "2 delayed 1000us delay",
                        "2 duplicated 1000us duplicate next ack,delay",
                        "3 delayed 201000us delay next data 200ms,delay",
                        "4 corrupted 1000us corrupt 2nd data,delay",
                        "5 delayed 1000us delay",
                        "6 delayed 1000us delay",
                        "7 delayed 1000us delay",
                        "8 dropped drop next fin",
                        "9 delayed 1000us delay");
        assertThat(bench.report().byRule())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "delay next data 200ms", 1L,
                        "duplicate next ack", 1L,
                        "corrupt 2nd data", 1L,
                        "drop next fin", 1L,
                        "delay", 9L));
    }

    @Test
    void aReportTellsAThousandOrdersApart() {
        LinkBench bench = bench("");
        for (int i = 1; i <= 1002; i++) {
            orders.add(Order.parse("delay next " + i + "us"));
            bench.offer(1000, 10);
        }
        orders.add(Order.parse("delay next 999us"));
        bench.offer(1000, 10);
        assertThat(bench.report().byRule())
                .hasSize(1001)
                .containsEntry("delay next 999us", 2L)
                .containsEntry("other orders", 2L);
    }

    @Test
    void oneThatNamesNoWayIsForWhicheverComesFirst() {
        LinkBench up = bench("");
        LinkBench down = new LinkBench(LinkSpec.NONE, Way.DOWNSTREAM, orders);
        orders.add(Order.parse("drop 2nd"));
        up.offerEach(1, 1000);
        down.offerEach(1, 1000);
        up.offerEach(1, 1000);
        assertThat(up.map()).isEqualTo("..");
        assertThat(down.map()).isEqualTo("x");
    }

    @Test
    void rulesMeetThePacketAsAnyOther() {
        String rules = "loss 30% duplicate 10% corrupt 20% delay 5ms 1ms seed 7";
        LinkBench without = bench(rules);
        without.offerEach(50, 1000);
        orders.add(Order.parse("delay 20th 1s"));
        LinkBench with = bench(rules);
        with.offerEach(50, 1000);
        assertThat(with.lost()).isEqualTo(without.lost());
        assertThat(with.report().corrupted()).isEqualTo(without.report().corrupted());
    }

    @Test
    void aLostPacketIsNotDoubled() {
        LinkBench bench = bench("drop 1");
        orders.add(Order.parse("duplicate next"));
        bench.offerEach(2, 1000);
        assertThat(bench.story()).containsExactly("1 dropped drop", "2 passed");
    }

    @Test
    void whatIsDueForALostPacketWaitsForTheNext() {
        LinkBench bench = bench("");
        orders.add(Order.parse("drop next"));
        orders.add(Order.parse("drop next"));
        orders.add(Order.parse("delay next 1ms"));
        orders.add(Order.parse("drop 4th"));
        bench.offerEach(5, 1000);
        assertThat(bench.story())
                .containsExactly(
                        "1 dropped drop next",
                        "2 dropped drop next",
                        "3 delayed 1000us delay next 1ms",
                        "4 dropped drop 4th",
                        "5 passed");
        assertThat(bench.report().byRule()).containsEntry("drop next", 2L);
        assertThat(orders.waiting()).isEmpty();
    }

    @Test
    void aDropUndoesNoOrder() {
        LinkBench bench = bench("");
        for (String each : List.of("duplicate next", "drop next", "delay next 1ms", "drop next")) {
            orders.add(Order.parse(each));
        }
        bench.offerEach(4, 1000);
        assertThat(bench.story())
                .containsExactly(
                        "1 delayed 1000us delay next 1ms",
                        "1 duplicated duplicate next",
                        "2 dropped drop next",
                        "3 dropped drop next",
                        "4 passed");
        assertThat(orders.waiting()).isEmpty();
    }

    @Test
    void theSameForOnePacketTwiceIsForTwoPackets() {
        LinkBench bench = bench("");
        for (String each : List.of("duplicate next", "corrupt next", "duplicate next", "corrupt next")) {
            orders.add(Order.parse(each));
        }
        bench.offerEach(3, 1000);
        assertThat(bench.story())
                .containsExactly(
                        "1 corrupted corrupt next",
                        "1 duplicated duplicate next",
                        "2 corrupted corrupt next",
                        "2 duplicated duplicate next",
                        "3 passed");
        assertThat(bench.report().byRule())
                .containsExactlyInAnyOrderEntriesOf(Map.of("duplicate next", 2L, "corrupt next", 2L));
        assertThat(bench.report().out()).isEqualTo(5);
    }

    @Test
    void theCopyOfACorruptedPacketIsWhole() {
        LinkBench bench = bench("duplicate 100%");
        orders.add(Order.parse("corrupt next"));
        bench.offer(1000, new byte[] {1, 2, 3});
        assertThat(bench.delivered())
                .extracting(LinkBench.Leaving::bytes)
                .containsExactly(ByteBuffer.wrap(new byte[] {1, 2, 2}), ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThat(bench.report().corrupted()).isOne();
    }

    @Test
    void ofALostPacketNoOrderIsTold() {
        LinkBench bench = bench("loss 100%");
        orders.add(Order.parse("delay next 50ms"));
        bench.offerEach(1, 1000);
        assertThat(bench.story()).containsExactly("1 dropped loss");
        assertThat(bench.report().byRule()).containsExactly(Map.entry("loss", 1L));
    }

    @Test
    void aRuleThatDoesTheSameUndoesNoOrder() {
        LinkBench bench = bench("duplicate 100% corrupt 100%");
        orders.add(Order.parse("corrupt next"));
        orders.add(Order.parse("duplicate next"));
        bench.offer(1000, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0});
        assertThat(bench.delivered().get(0).bytes()).isEqualTo(ByteBuffer.wrap(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 1}));
        assertThat(bench.story())
                .containsExactly("1 corrupted corrupt next,corrupt", "1 duplicated duplicate next,duplicate,corrupt");
        LinkReport report = bench.report();
        assertThat(report.byRule())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("corrupt next", 1L, "duplicate next", 1L, "duplicate", 1L, "corrupt", 2L));
        assertThat(report.in() + report.duplicated()).isEqualTo(report.out() + report.dropped() + report.queued());
    }

    @Test
    void anOvertakerIsStillAsLateAsItWasOrdered() {
        LinkBench bench = bench("delay 10ms reorder packets 1");
        orders.add(Order.parse("delay next 200ms"));
        bench.offerEach(1, 1000);
        assertThat(bench.delaysMillis()).containsExactly(200.0);
    }

    @Test
    void corruptionFlipsTheLastBitAndWaitsForAPacketThatHasOne() {
        LinkBench bench = bench("");
        orders.add(Order.parse("corrupt next"));
        bench.offer(1000, new byte[0]);
        bench.offer(1000, new byte[] {1, 2, 3});
        assertThat(bench.delivered().get(1).bytes()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 2}));
    }

    @Test
    void nothingIsMadeAndNothingVanishes() {
        LinkBench bench = bench("duplicate 30% loss 10% delay 2ms");
        List<String> deeds = List.of("drop %s", "delay %s 3ms", "upstream duplicate %s", "corrupt %s data");
        deeds.forEach(deed -> orders.add(Order.parse(deed.formatted("7th"))));
        for (int i = 1; i <= 40; i++) {
            orders.add(Order.parse(deeds.get(i % 4).formatted(Ordinal.print(i))));
        }
        for (int i = 0; i < 100; i++) {
            bench.offer(500_000, 10);
            LinkReport report = bench.report();
            assertThat(report.in() + report.duplicated()).isEqualTo(report.out() + report.dropped() + report.queued());
        }
        assertThat(orders.waiting()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop next",
                "drop 3rd data",
                "delay next 200ms",
                "upstream delay 11th fin 1s",
                "duplicate next ack",
                "downstream corrupt 22nd"
            })
    void isPrintedAsItWasTyped(String text) {
        assertThat(Order.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|order: nothing: nothing follows (expected: drop delay duplicate corrupt)",
                "drop|order: drop: nothing follows (expected: next, or which one, such as 3rd)",
                "drop 3|order: drop: \"3\" (expected: next, or which one: 1st 2nd 3rd 4th)",
                "drop 3th|order: drop: \"3th\" (expected: 3rd)",
                "drop next dta|order: \"dta\" (expected: data?)",
                "delay next|order: delay: nothing follows (expected: a duration, such as 20ms)",
                "drop next data 5|order: \"5\" (expected: nothing more)",
                "delay next 5ms data|order: \"data\" (expected: nothing more)",
                "lose next|order: \"lose\" (expected: drop delay duplicate corrupt)"
            })
    void whatCannotBeMeantIsRefused(String text, String message) {
        assertThatThrownBy(() -> Order.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void forgetsWhatWasNotCarriedOut() {
        LinkBench bench = bench("");
        orders.add(Order.parse("drop next"));
        orders.clear();
        bench.offerEach(1, 1000);
        assertThat(bench.map()).isEqualTo(".");
    }

    @Test
    void noMoreThanAThousandWait() {
        Order order = Order.parse("drop 9999th");
        for (int i = 0; i < 1000; i++) {
            orders.add(order);
        }
        assertThatThrownBy(() -> orders.add(order))
                .isInstanceOf(UsageException.class)
                .hasMessage("order: 1000 wait already (expected: fewer); forget them first");
    }

    private LinkBench bench(String rules) {
        return new LinkBench(LinkSpec.parse(rules), Way.UPSTREAM, orders);
    }
}
