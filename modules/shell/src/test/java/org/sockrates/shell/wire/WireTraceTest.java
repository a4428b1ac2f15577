package org.sockrates.shell.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.sockrates.capture.analysis.Talk;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.traffic.SeenPacket;
import org.sockrates.link.rule.Verdict;
import org.sockrates.link.rule.Way;
import org.sockrates.shell.session.Teller;
import org.sockrates.transport.testkit.ManualClock;
import org.sockrates.transport.testkit.Task;
import org.sockrates.wire.WireObserver;
import org.sockrates.wire.WirePacket;

/** What a trace tells that begins in the middle of a connection. */
class WireTraceTest {
    private static final String HANDSHAKE = """
            0 > S 0
            1 < S. 0 ack 1
            1 > . 1 ack 1
            """;
    private static final String HELLO = """
            1 > P. 1:6 ack 1
            1 < . 1 ack 6
            """;

    private static final int MOST_REMEMBERED = 1_000;

    private final WireMemory memory = new WireMemory(MOST_REMEMBERED);
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @AutoClose
    private final Teller teller = Teller.begin(new ManualClock(), told::add);

    private static List<WirePacket> packets(String talk) {
        List<WirePacket> packets = new ArrayList<>();
        for (Packet packet : Talk.packets(talk, false, 40_000, 0)) {
            packets.add(wired(packet, packets.size() + 1L));
        }
        return packets;
    }

    private static WirePacket wired(Packet packet, long number) {
        WirePacket wired = mock(WirePacket.class, Mockito.withSettings().stubOnly());
        when(wired.bytes()).thenAnswer(asked -> packet.bytes());
        when(wired.way()).thenReturn(Way.UPSTREAM);
        when(wired.number()).thenReturn(number);
        when(wired.verdict()).thenReturn(Verdict.PASSED);
        when(wired.rule()).thenReturn("");
        when(wired.sentNanos()).thenReturn(packet.timeNanos());
        when(wired.arrivedNanos()).thenReturn(packet.timeNanos() + 1);
        return wired;
    }

    private static void pass(List<WirePacket> packets, WireObserver observer) {
        for (WirePacket packet : packets) {
            observer.sent(packet);
            observer.arrived(packet);
        }
    }

    private WireTrace trace() {
        return memory.follow(seen -> new WireTrace(teller, seen));
    }

    private List<String> told() {
        teller.close();
        return told.stream().map(line -> line.replaceAll("^[0-9.]+ ", "")).toList();
    }

    @Test
    void numbersAreThoseFromTheFirstSegmentOnAlsoWhereNobodyTracedIt() {
        List<WirePacket> packets = packets(HANDSHAKE + HELLO + "1 > P. 6:11 ack 1\n1 < P. 1:3 ack 11\n");
        pass(packets.subList(0, 5), memory);
        trace();
        pass(packets.subList(5, 7), memory);
        assertThat(told())
                .containsExactly(
                        "10.77.0.1.40000 > 10.77.0.2.7: P. 6:11(5) ack 1",
                        "10.77.0.2.7 > 10.77.0.1.40000: P. 1:3(2) ack 11");
    }

    @Test
    void aSegmentIsJudgedByThoseBefore() {
        List<WirePacket> packets = packets(HANDSHAKE + "1 > P. 1:6 ack 1\n300 > P. 1:6 ack 1\n1 < . 1 ack 6\n");
        pass(packets.subList(0, 3), memory);
        memory.sent(packets.get(3)); // it is lost
        trace();
        pass(packets.subList(4, 6), memory);
        assertThat(told())
                .containsExactly(
                        "10.77.0.1.40000 > 10.77.0.2.7: P. 1:6(5) ack 1 [Retransmission]",
                        "10.77.0.2.7 > 10.77.0.1.40000: . ack 6");
    }

    @Test
    void aSegmentUnderWayIsSentBeforeAndArrivesBehind() {
        List<WirePacket> packets = packets(HANDSHAKE + HELLO);
        pass(packets.subList(0, 3), memory);
        memory.sent(packets.get(3));
        trace();
        memory.arrived(packets.get(3));
        pass(packets.subList(4, 5), memory);
        assertThat(told()).containsExactly("10.77.0.2.7 > 10.77.0.1.40000: . ack 6");
    }

    @Test
    void theCopyOfASegmentFromBeforeIsNoRetransmission() {
        List<WirePacket> packets = packets(HANDSHAKE + HELLO);
        pass(packets.subList(0, 4), memory);
        trace();
        WirePacket copy = packets.get(3);
        when(copy.copy()).thenReturn(true);
        pass(List.of(copy), memory);
        assertThat(told()).containsExactly("10.77.0.1.40000 > 10.77.0.2.7: P. 1:6(5) ack 1");
    }

    @Test
    void whatIsForgottenIsForgottenByBoth() {
        List<WirePacket> packets = packets(HANDSHAKE + HELLO + "1 > P. 6:11 ack 1\n");
        pass(packets.subList(0, 3), memory);
        WirePacket hello = packets.get(3);
        for (int i = 0; i < MOST_REMEMBERED; i++) {
            memory.sent(hello);
        }
        trace();
        pass(packets.subList(5, 6), memory);
        assertThat(memory.traffic(Map.of()).packets()).hasSize(MOST_REMEMBERED);
        assertThat(told()).containsExactly("10.77.0.1.40000 > 10.77.0.2.7: P. 6:11(5) ack 1");
    }

    /** Whether something was lost on the wire or not told by the trace is not the same. */
    @Test
    void whatCameTooFastIsNotMissedByWhatFollows() throws Exception {
        List<WirePacket> packets = packets(HANDSHAKE + HELLO + "1 > P. 6:11 ack 1\n1 > P. 11:16 ack 1\n");
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(501);
        for (int i = 0; i < 501; i++) {
            teller.keep(-1, () -> {
                busy.countDown();
                over.countDown();
                return waits(go);
            });
        }
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        trace();
        pass(packets.subList(0, 5), memory);
        for (int i = 0; i < 490; i++) {
            teller.keep(packets.get(4).sentNanos(), List::of);
        }
        pass(packets.subList(5, 6), memory);
        go.countDown();
        assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
        pass(packets.subList(6, 7), memory);
        assertThat(told())
                .endsWith(
                        "10.77.0.2.7 > 10.77.0.1.40000: . ack 6",
                        "… 2 sightings came too fast to be shown",
                        "10.77.0.1.40000 > 10.77.0.2.7: P. 11:16(5) ack 1");
    }

    private static List<String> waits(CountDownLatch go) {
        try {
            assertThat(go.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    @Test
    void whoLeavesIsToldNoMore() {
        List<WirePacket> packets = packets(HANDSHAKE);
        memory.leave(trace());
        pass(packets, memory);
        assertThat(told()).isEmpty();
    }

    /** Counts what is seen from somewhere on. */
    private static final class Counting implements WireObserver {
        private final List<Supplier<SeenPacket>> before;
        private long sent;
        private long arrived;

        private Counting(List<Supplier<SeenPacket>> before) {
            this.before = before;
        }

        @Override
        public void sent(WirePacket packet) {
            sent++;
        }

        @Override
        public void arrived(WirePacket packet) {
            arrived++;
        }
    }

    @Test
    void atTheBorderNothingIsTwiceAndNothingIsLeftOut() throws Exception {
        AtomicLong number = new AtomicLong();
        WirePacket packet = packets(HELLO).get(0);
        when(packet.number()).thenAnswer(asked -> number.get());
        CountDownLatch begun = new CountDownLatch(10);
        Task<Void> passing = Task.start(() -> {
            while (number.incrementAndGet() <= MOST_REMEMBERED) {
                pass(List.of(packet), memory);
                begun.countDown();
            }
            return null;
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        List<Counting> followers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            followers.add(memory.follow(Counting::new));
        }
        passing.result();
        for (Counting follower : followers) {
            List<SeenPacket> before =
                    follower.before.stream().map(Supplier::get).toList();
            long arrivals = before.stream()
                    .mapToLong(seen -> seen.arrivedNanos().size())
                    .sum();
            assertThat(before.size() + follower.sent).isEqualTo(MOST_REMEMBERED);
            assertThat(arrivals + follower.arrived).isEqualTo(MOST_REMEMBERED);
        }
    }
}
