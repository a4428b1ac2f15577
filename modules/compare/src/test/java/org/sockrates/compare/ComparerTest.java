package org.sockrates.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.sockrates.transport.Traits.Promise.IN_DATAGRAMS;
import static org.sockrates.transport.Traits.Promise.KEEPS_BOUNDARIES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

@Timeout(20)
class ComparerTest {
    private static final List<Transport> BOTH = List.of(new TcpTransport(), new UdpTransport());
    private static final Settings QUICK = new Settings(42, true);

    private static Comparer comparer(LinkSpec link, Progress progress) {
        return new Comparer(new LoopbackPath(), link, QUICK, progress);
    }

    private static Comparison run(Probe probe, int repeat) {
        return comparer(LinkSpec.NONE, Progress.SILENT).run(List.of(probe), BOTH, repeat);
    }

    private static Observations says(double value) {
        return Observations.of(Probe.VALUE.measured(1, value));
    }

    @Test
    void transportsTakeTurnsWithinEachRepetition() {
        List<String> asked = new ArrayList<>();
        Comparison comparison = run(
                new Probe(run -> {
                    asked.add(run.traits().connectionOriented() ? "tcp" : "udp");
                    return says(asked.size());
                }),
                3);

        assertThat(asked).containsExactly("tcp", "udp", "tcp", "udp", "tcp", "udp");
        Result result = comparison.experiments().get(0);
        assertThat(result.reading(Probe.VALUE, "tcp")).isEqualTo(new Reading.Measured(1, 3, 1, 5));
        assertThat(result.finding()).isEqualTo("tcp 3.0 udp 4.0");
        assertThat(comparison.partial()).isFalse();
        assertThat(comparison.repeat()).isEqualTo(3);
        assertThat(comparison.transports()).containsExactly("tcp", "udp");
    }

    @Test
    void eachRepetitionHasASeedOfItsOwnAndTheFirstTheOneGiven() {
        List<Long> seeds = new ArrayList<>();
        run(
                new Probe(run -> {
                    seeds.add(run.settings().seed());
                    return says(0);
                }),
                2);

        assertThat(seeds).hasSize(4);
        assertThat(seeds.get(0)).isEqualTo(42).isEqualTo(seeds.get(1));
        assertThat(seeds.get(2)).isNotEqualTo(42).isEqualTo(seeds.get(3));
    }

    @Test
    void whatThePathRefusesBecomesTheReason() {
        Comparison comparison =
                comparer(LinkSpec.parse("loss 5%"), Progress.SILENT).run(List.of(new Probe(run -> says(1))), BOTH, 1);

        Result result = comparison.experiments().get(0);
        for (String transport : result.transports()) {
            assertThat(result.reading(Probe.VALUE, transport))
                    .isInstanceOfSatisfying(
                            Reading.Absent.class,
                            absent -> assertThat(absent.reason()).contains("loopback has no link"));
        }
        assertThat(comparison.link()).isEqualTo("loss 5% seed 1");
    }

    @Test
    void aPerfectLinkIsNoLinkWhateverItsSeed() {
        assertThat(comparer(LinkSpec.parse("", 9), Progress.SILENT)
                        .run(List.of(), BOTH, 1)
                        .link())
                .isEmpty();
    }

    @Test
    void anExperimentThatHasNothingToAskSaysWhy() {
        Transport small = mock();
        when(small.name()).thenReturn("small");
        when(small.traits()).thenReturn(Traits.of(1, KEEPS_BOUNDARIES, IN_DATAGRAMS));

        Result result = comparer(LinkSpec.NONE, Progress.SILENT)
                .run(List.of(new Probe(run -> says(1))), List.of(small), 1)
                .experiments()
                .get(0);

        assertThat(result.reading(Probe.VALUE, "small")).isEqualTo(new Reading.Absent("too small to ask"));
    }

    @Test
    void whatTheWorldDidBecomesTheReason() {
        Comparison comparison = run(
                new Probe(run -> {
                    if (run.traits().connectionOriented()) {
                        throw new IOException("connect: nobody home");
                    }
                    throw new UncheckedIOException("told otherwise", new IOException("gone"));
                }),
                1);

        Result result = comparison.experiments().get(0);
        assertThat(result.reading(Probe.VALUE, "tcp")).isEqualTo(new Reading.Absent("connect: nobody home"));
        assertThat(result.reading(Probe.VALUE, "udp")).isEqualTo(new Reading.Absent("told otherwise"));
    }

    @Test
    void aHandshakeThatTookTooLongForQuickMayHaveLostAPacket() {
        Comparison comparison = run(
                new Probe(run -> {
                    throw run.traits().connectionOriented()
                            ? new SocketCallException(
                                    Call.CONNECT,
                                    Errno.ETIMEDOUT,
                                    "no answer within the limit",
                                    new SocketCallException(Call.CONNECT, Errno.EAGAIN))
                            : new SocketCallException(Call.ACCEPT, Errno.EAGAIN);
                }),
                1);

        String advice = "; a lost packet of the handshake can take longer than --quick waits: compare without it";
        Result result = comparison.experiments().get(0);
        assertThat(result.reading(Probe.VALUE, "tcp"))
                .isEqualTo(new Reading.Absent("connect: no answer within the limit" + advice));
        assertThat(result.reading(Probe.VALUE, "udp"))
                .isEqualTo(new Reading.Absent("accept: Resource temporarily unavailable" + advice));
    }

    @Test
    void aFailureWithoutAMessageIsNamed() {
        Comparison comparison = run(
                new Probe(run -> {
                    throw new IOException();
                }),
                1);

        assertThat(comparison.experiments().get(0).reading(Probe.VALUE, "tcp"))
                .isEqualTo(new Reading.Absent("IOException"));
    }

    @Test
    void aBugIsNotHiddenAsAReason() {
        Probe broken = new Probe(run -> {
            throw new IllegalStateException("ours");
        });

        assertThatThrownBy(() -> run(broken, 1)).hasMessage("ours");
    }

    @Test
    void noSocketOutlivesItsExperiment() {
        List<TransportSocket> opened = new ArrayList<>();
        run(
                new Probe(run -> {
                    opened.add(run.open());
                    return says(1);
                }),
                1);

        assertThat(opened).hasSize(2).allMatch(socket -> socket.phase() == Phase.CLOSED);
    }

    @Test
    void cancellingEndsTheCallThatWaitsAndKeepsWhatIsFinished() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        Probe quick = new Probe(run -> says(1));
        Probe slow = new Probe(run -> {
            TransportSocket socket = run.open();
            socket.bind(run.passage().serveOn());
            waiting.countDown();
            socket.receive(ByteBuffer.allocate(1));
            return says(2);
        });
        Comparer comparer = comparer(LinkSpec.NONE, Progress.SILENT);
        AtomicReference<Comparison> found = new AtomicReference<>();
        Thread running =
                new Thread(() -> found.set(comparer.run(List.of(quick, slow, quick), List.of(new UdpTransport()), 2)));
        running.start();
        waiting.await();

        comparer.cancel();
        running.join(10_000);

        Comparison comparison = found.get();
        assertThat(comparison).isNotNull();
        assertThat(comparison.partial()).isTrue();
        assertThat(comparison.experiments()).hasSize(2);
        assertThat(comparison.experiments().get(0).partial()).isFalse();
        assertThat(comparison.experiments().get(1).partial()).isTrue();
        assertThat(comparison.experiments().get(1).reading(Probe.VALUE, "udp"))
                .isEqualTo(new Reading.Absent("interrupted"));
    }

    @Test
    void afterCancellingNoSocketCanBeOpened() {
        AtomicReference<Comparer> comparer = new AtomicReference<>();
        Probe stubborn = new Probe(run -> {
            comparer.get().cancel();
            run.open();
            return says(1);
        });
        comparer.set(comparer(LinkSpec.NONE, Progress.SILENT));

        Comparison comparison = comparer.get().run(List.of(stubborn), BOTH, 1);

        assertThat(comparison.partial()).isTrue();
        assertThat(comparison.experiments().get(0).reading(Probe.VALUE, "tcp"))
                .isEqualTo(new Reading.Absent("interrupted"));
    }

    @Test
    void whatBreaksBecauseItsSocketsWereClosedIsNotABug() {
        AtomicReference<Comparer> comparer = new AtomicReference<>();
        Probe surprised = new Probe(run -> {
            comparer.get().cancel();
            throw new IllegalStateException("where is my socket?");
        });
        comparer.set(comparer(LinkSpec.NONE, Progress.SILENT));

        assertThat(comparer.get().run(List.of(surprised), BOTH, 1).partial()).isTrue();
    }

    @Test
    void aComparisonCancelledBeforeItBeganFindsNothing() {
        Comparer comparer = comparer(LinkSpec.NONE, Progress.SILENT);
        comparer.cancel();

        Comparison comparison = comparer.run(List.of(new Probe(run -> says(1))), BOTH, 1);

        assertThat(comparison.experiments()).isEmpty();
        assertThat(comparison.partial()).isTrue();
    }

    @Test
    void progressIsHandedEveryResult() {
        List<String> told = new ArrayList<>();
        Probe probe = new Probe(run -> says(8));

        comparer(LinkSpec.NONE, result -> told.add(result.finding())).run(List.of(probe, probe), BOTH, 1);

        assertThat(told).containsExactly("tcp 8.0 udp 8.0", "tcp 8.0 udp 8.0");
    }

    @Test
    void theDrawingIsTheFirstThatWasMade() {
        List<String> lines = new ArrayList<>(List.of("third", "second"));
        Comparison comparison = run(
                new Probe(run -> run.traits().connectionOriented()
                        ? says(1).drawn(lines.size() == 2 ? List.of(lines.remove(1)) : lines)
                        : says(1)),
                2);

        assertThat(comparison.experiments().get(0).drawings()).containsOnlyKeys("tcp");
        assertThat(comparison.experiments().get(0).drawings().get("tcp"))
                .containsExactly("second", "(this is run 1 of 2)");
    }

    @Test
    void barsOfOneExperimentHaveOneScale() {
        Comparison comparison = run(
                new Probe(run -> {
                    double amount = run.traits().connectionOriented() ? 84 : 21;
                    return new Observations(says(1).figures(), List.of(new DrawnLine("", amount, "")));
                }),
                1);

        assertThat(comparison.experiments().get(0).drawings())
                .containsEntry("tcp", List.of("#".repeat(40)))
                .containsEntry("udp", List.of("#".repeat(10)));
    }
}
