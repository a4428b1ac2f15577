package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Traffic;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.PacketHead.Kind;
import org.sockrates.transport.testkit.Allocation;
import org.sockrates.transport.testkit.ManualClock;

class MirrorTest {
    private static final Duration NOW = Duration.ZERO;
    private static final Duration MICROS = Duration.ofNanos(10_000);
    private static final Duration MILLI = Duration.ofMillis(1);

    @Test
    void tellsOfEveryPacketAtBothOfItsEnds() {
        MirrorBench bench = new MirrorBench("");
        bench.connect();
        bench.data(1, NOW);
        assertThat(bench.heard)
                .containsExactly(
                        "sent >syn1 passed",
                        "came >syn1",
                        "sent <syn-ack1 passed",
                        "came <syn-ack1",
                        "sent >ack1 passed",
                        "came >ack1",
                        "sent >data1 passed",
                        "came >data1");
        assertThat(bench.written).hasSize(4).containsOnly(Checksum.Verdict.GOOD);
    }

    @Test
    void keepsAPacketAsLongAsItTravels() {
        MirrorBench bench = new MirrorBench("upstream delay 20ms");
        bench.data(2, MILLI);
        assertThat(bench.heard).containsExactly("sent >data1 delayed: delay", "sent >data2 delayed: delay");
        bench.pass(Duration.ofMillis(18));
        assertThat(bench.heard).endsWith("came >data1 after 20 ms");
        bench.pass(MILLI);
        assertThat(bench.heard).endsWith("came >data2 after 20 ms");
        assertThat(bench.mirror.nextDueNanos()).isEqualTo(Mirror.NEVER);
    }

    @Test
    void whatIsDueNowDoesNotOvertakeWhatIsDueAlready() {
        MirrorBench bench = new MirrorBench("delay 10ms packets 1");
        bench.data(1, NOW);
        bench.clock.advance(Duration.ofMillis(15)); // and nobody let it arrive yet
        bench.data(1, NOW);
        assertThat(bench.heard)
                .containsExactly(
                        "sent >data1 delayed: delay", "sent >data2 passed", "came >data1 after 15 ms", "came >data2");
    }

    @Test
    void carriesOutOrdersAndTellsThemAsTheyWereTyped() {
        MirrorBench bench = new MirrorBench("");
        bench.order("drop 2nd data");
        bench.order("duplicate next ack");
        bench.connect();
        bench.data(2, NOW);
        assertThat(bench.heard)
                .contains("sent >data2 dropped: drop 2nd data", "copy >ack1 duplicated: duplicate next ack")
                .doesNotContain("came >data2");
        assertThat(bench.heard).filteredOn("came >ack1"::equals).hasSize(2);
    }

    /** Of as many bytes as its kind has letters, with two of a program's. */
    private static Optional<PacketHead> named(int from, int to, ByteBuffer datagram) {
        return Arrays.stream(PacketHead.Kind.values())
                .filter(kind -> kind.name().length() == datagram.remaining())
                .findFirst()
                .map(kind -> new PacketHead(kind, 0, 0, false, 9, 2));
    }

    @Test
    void datagramsThatSayWhatTheyAreAreToldApart() {
        MirrorBench bench = new MirrorBench("drop ack 2");
        bench.mirror.read(MirrorTest::named);
        for (Crafted family : List.of(Crafted.four(), Crafted.six())) {
            bench.came(family.datagram(MirrorBench.CLIENT, MirrorBench.SERVER, "ACK".length()));
            bench.came(family.datagram(MirrorBench.CLIENT, MirrorBench.SERVER, "RESET".length()));
        }
        bench.came(Crafted.four().datagram(MirrorBench.CLIENT, MirrorBench.SERVER, "nothing known".length()));
        bench.came(Crafted.fragment(MirrorBench.CLIENT, MirrorBench.SERVER, 300, 0, true));

        assertThat(bench.heard)
                .filteredOn(line -> line.startsWith("sent"))
                .containsExactly(
                        "sent >ack1 passed",
                        "sent >rst1 passed",
                        "sent >ack2 dropped: drop",
                        "sent >rst2 passed",
                        "sent >data1 passed",
                        "sent >data2 passed");
        assertThat(bench.mirror.log().packets())
                .extracting(packet -> packet.head().map(PacketHead::kind).orElse(null))
                .containsExactly(Kind.ACK, Kind.RESET, Kind.ACK, Kind.RESET, null, null);
        Traffic.OneWay up = bench.mirror.traffic().upstream();
        assertThat(up.segments()).isEqualTo(4);
        assertThat(up.payloadBytes()).isEqualTo(4 * 2 + "nothing known".length() + 56);
    }

    @Test
    void aHeldOrDelayedDatagramStaysWhatItSaidItIs() {
        MirrorBench bench = new MirrorBench("upstream delay 20ms");
        bench.mirror.read(MirrorTest::named);
        bench.gate().pause();
        bench.came(Crafted.four().datagram(MirrorBench.CLIENT, MirrorBench.SERVER, "RESET".length()));
        bench.gate().resume();
        bench.pass(NOW);
        bench.pass(Duration.ofMillis(20));

        assertThat(bench.heard).containsExactly("sent >rst1 delayed: delay", "came >rst1 after 20 ms");
        assertThat(bench.mirror.log().packets())
                .allMatch(packet -> packet.head().isPresent());
    }

    @Test
    void aCorruptPacketIsFoundByItsChecksumAndByNoOther() {
        MirrorBench bench = new MirrorBench("corrupt packets 2-200 seed 5");
        bench.data(100, NOW);
        for (int i = 0; i < 100; i++) {
            bench.came(Crafted.six().datagram(7, 8, 1 + i % 3));
            bench.pass(NOW);
        }
        assertThat(bench.written.get(0)).isEqualTo(Checksum.Verdict.GOOD);
        assertThat(bench.written.subList(1, 200)).doesNotContain(Checksum.Verdict.GOOD, Checksum.Verdict.BAD_HEADER);
    }

    @Test
    void aPauseHoldsPacketsInFrontOfTheLinkWhereAnOrderMayChooseAmongThem() {
        MirrorBench bench = new MirrorBench("");
        bench.gate().pause();
        bench.data(4, NOW);
        assertThat(bench.heard).isEmpty();
        assertThat(bench.mirror.report().queued()).isEqualTo(4);
        bench.order("drop 2nd data");
        bench.gate().step(2);
        bench.pass(MILLI);
        assertThat(bench.heard)
                .containsExactly("sent >data1 passed", "came >data1 after 1 ms", "sent >data2 dropped: drop 2nd data");
        bench.gate().resume();
        bench.pass(MILLI);
        assertThat(bench.heard)
                .endsWith(
                        "sent >data3 passed", "came >data3 after 2 ms", "sent >data4 passed", "came >data4 after 2 ms");
        assertThat(bench.mirror.report().queued()).isZero();
    }

    @Test
    void whatWaitedAtTheGateIsToldFromWhenItWasSent() {
        MirrorBench bench = new MirrorBench("upstream delay 20ms drop 2");
        long begin = bench.clock.nanoTime();
        bench.gate().pause();
        bench.data(2, MILLI);
        bench.gate().resume();
        bench.pass(Duration.ofMillis(3));
        bench.pass(Duration.ofMillis(20));
        assertThat(bench.heard)
                .containsExactly("sent >data1 delayed: delay", "sent >data2 dropped: drop", "came >data1 after 25 ms");
        assertThat(bench.mirror.log().packets())
                .extracting(
                        packet -> (packet.cameNanos() - begin) / 1_000_000,
                        packet -> (packet.timeNanos() - begin) / 1_000_000,
                        packet -> (packet.dueNanos() - begin) / 1_000_000)
                .containsExactly(tuple(0L, 5L, 25L), tuple(1L, 5L, 5L));
    }

    @Test
    void stepsLeftOverLetThroughWhatComes() {
        MirrorBench bench = new MirrorBench("");
        bench.gate().pause();
        bench.gate().step(3);
        bench.connect();
        bench.data(1, NOW);
        assertThat(bench.heard).endsWith("sent >ack1 passed", "came >ack1");
    }

    @Test
    void countsWhatTheEndsSentNotWhatTheLinkMadeOfIt() {
        MirrorBench bench = new MirrorBench("duplicate 100%");
        bench.connect();
        for (int sequence : new int[] {1, 11, 21, 1}) {
            bench.came(Crafted.four().segment(MirrorBench.CLIENT, MirrorBench.SERVER, Crafted.ACK, sequence, 10));
        }
        bench.came(Crafted.four().datagram(7, 8, 5));
        assertThat(bench.mirror.traffic().upstream()).isEqualTo(new Traffic.OneWay(7, 6, 1, 80 + 4 * 50 + 33, 45, 10));
        assertThat(bench.mirror.traffic().downstream()).isEqualTo(new Traffic.OneWay(1, 1, 0, 40, 0, 0));
        assertThat(bench.mirror.report(Way.UPSTREAM).out()).isEqualTo(14);
    }

    @Test
    void whatFindsNoRoomIsDroppedAndSaysSo() {
        MirrorBench bench = new MirrorBench("delay 10ms", 65_536);
        bench.data(33, NOW);
        assertThat(bench.heard).endsWith("sent >data33 dropped: no-room");
        assertThat(bench.mirror.report().byRule()).containsEntry("no-room", 1L);
        bench.pass(Duration.ofMillis(10));
        bench.gate().pause();
        bench.data(33, NOW);
        assertThat(bench.heard).endsWith("sent >data0 dropped: no-room");
        assertThat(bench.mirror.report().byRule()).containsEntry("no-room", 2L);
        assertBalanced(bench.mirror.report());
    }

    @Test
    void whatTheKernelDoesNotTakeIsUnsent() {
        MirrorBench bench = new MirrorBench("");
        bench.refusing = true;
        bench.data(2, NOW);
        assertThat(bench.heard).containsExactly("sent >data1 passed", "sent >data2 passed");
        assertThat(bench.mirror.report().byRule()).isEqualTo(Map.of("unsent", 2L));
        assertBalanced(bench.mirror.report());
    }

    @Test
    void packetsForGroupsAndOfConnectionsOverAnotherWireGoNowhere() {
        MirrorBench bench = new MirrorBench("");
        bench.came(Crafted.six().toGroup());
        bench.came(Crafted.four().segment(7, 8, Crafted.FIN | Crafted.ACK, 0, 0)); // of a connection that was
        assertThat(bench.heard).isEmpty();
        assertThat(bench.written).isEmpty();
        assertThat(bench.mirror.report().in()).isZero();
    }

    @Test
    void observersSeeTheClientAtItsAddressAndTheServerAtIts() {
        StringBuilder ends = new StringBuilder();
        MirrorBench bench = new MirrorBench("");
        bench.mirror.observers().add(new WireObserver() {
            @Override
            public void sent(WirePacket packet) {
                ends.append(packet.client()).append(packet.server()).append(' ');
            }

            @Override
            public void arrived(WirePacket packet) {
                ends.append(packet.client()).append(packet.server()).append(' ');
            }
        });
        bench.connect();
        assertThat(ends.toString()).isEqualTo("/10.77.0.1:40000/10.77.0.2:80 ".repeat(6));
    }

    @Test
    void aPacketAllocatesNothing() throws Exception {
        for (String link : new String[] {"", "loss 0% delay 1ms rate 1tbit limit 5000"}) {
            ManualClock clock = new ManualClock();
            WireSettings settings = WireSettings.USUAL.withMostLogged(16);
            Mirror mirror = new Mirror(LinkSpec.parse(link), settings, clock, left -> {});
            WirePacket packet = new WirePacket(Crafted.four().datagram(1000, 80, 100));
            assertThat(Allocation.bytesPerCall(() -> {
                        packet.sighting.of(packet.buffer);
                        clock.advance(MICROS);
                        mirror.came(packet);
                        mirror.flow();
                        return null;
                    }))
                    .as(link)
                    .isZero();
        }
    }

    static void assertBalanced(LinkReport report) {
        assertThat(report.in() + report.duplicated()).isEqualTo(report.out() + report.dropped() + report.queued());
    }
}
