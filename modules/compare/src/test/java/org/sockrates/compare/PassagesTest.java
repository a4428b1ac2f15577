package org.sockrates.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.capture.kernel.KernelValue;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.Path;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.transport.Family;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

/** What a {@link Comparer} asks of the passages it opens, and hands on to experiments. */
@Timeout(20)
class PassagesTest {
    private static final List<Transport> BOTH = List.of(new TcpTransport(), new UdpTransport());
    private static final Probe PROBE = new Probe(run -> says());

    private static Observations says() {
        return Observations.of(Probe.VALUE.measured(1, 1));
    }

    /** The columns of the others stand. */
    @Test
    void whatATransportOfSomebodysOwnThrowsIsItsReason() {
        Probe halfMade = new Probe(run -> {
            if (run.traits().connectionOriented()) {
                Error missing = new NoClassDefFoundError("xor/Key");
                missing.setStackTrace(
                        new StackTraceElement[] {new StackTraceElement("xor.XorSocket", "receive", null, 9)});
                throw missing;
            }
            return says();
        });

        Result result = run(new LoopbackPath(), halfMade, "", 1).experiments().get(0);

        assertThat(result.reading(Probe.VALUE, "tcp"))
                .isEqualTo(
                        new Reading.Absent("XorSocket.receive: NoClassDefFoundError: xor/Key (its own); mend its jar"));
        assertThat(result.value(Probe.VALUE, "udp")).hasValue(1);
    }

    private static Comparison run(Path path, Experiment experiment, String congestion, int repeat) {
        Settings settings = new Settings(1, true, congestion);
        return new Comparer(path, LinkSpec.NONE, settings, Progress.SILENT).run(List.of(experiment), BOTH, repeat);
    }

    @Test
    void theCongestionControlChosenIsUsedForEveryRunAndTold() {
        PretendPath path = new PretendPath();

        assertThat(run(path, PROBE, "reno", 2).congestion()).isEqualTo("reno");
        assertThat(path.switches()).hasSize(4).containsOnly("congestion reno");
    }

    @Test
    void withoutAChoiceNothingIsSwitchedAndTheKernelsIsTold() {
        PretendPath path = new PretendPath();

        assertThat(run(path, PROBE, "", 1).congestion()).isEqualTo(kernels());
        assertThat(path.switches()).isEmpty();
    }

    @Test
    void noCongestionControlIsToldWhereTheKernelsTcpHasNoPart() {
        Comparer comparer = new Comparer(new LoopbackPath(), LinkSpec.NONE, new Settings(1, true), Progress.SILENT);

        assertThat(comparer.announced(BOTH, 1).congestion()).isEqualTo(kernels());
        assertThat(comparer.announced(List.of(new UdpTransport()), 1).congestion())
                .isEmpty();
    }

    @Test
    void whoWaitsIsToldOfEachRunAsItBegins() {
        List<String> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void begins(Experiment experiment, String transport, int run, int runs) {
                told.add(transport + " " + run + " of " + runs);
            }

            @Override
            public void finished(Result result) {
                told.add(result.name());
            }
        };
        new Comparer(new LoopbackPath(), LinkSpec.NONE, new Settings(1, true), progress).run(List.of(PROBE), BOTH, 2);

        assertThat(told).containsExactly("tcp 1 of 4", "udp 2 of 4", "tcp 3 of 4", "udp 4 of 4", PROBE.name());
    }

    @Test
    void whereTimeIsVirtualThereIsMoreOfIt() {
        Path path = spy(new LoopbackPath());
        when(path.inVirtualTime()).thenReturn(true);
        List<Duration> told = new ArrayList<>();
        Probe probe = new Probe(run -> {
            told.addAll(List.of(run.settings().budget(), run.settings().patience()));
            return says();
        });

        run(path, probe, "", 2);

        assertThat(told).hasSize(8).containsOnly(Duration.ofSeconds(50), Duration.ofSeconds(100));
    }

    private static String kernels() {
        return new KernelValue("net.ipv4.tcp_congestion_control").now().orElse("");
    }

    @Test
    void whereTheSystemsCongestionControlIsNotOursNothingIsMeasured() {
        Result result = run(new LoopbackPath(), PROBE, "reno", 1).experiments().get(0);

        assertThat(result.reading(Probe.VALUE, "tcp"))
                .isInstanceOfSatisfying(
                        Reading.Absent.class,
                        absent -> assertThat(absent.reason()).endsWith("use --path wire"));
    }

    @Test
    void aCongestionControlThatDoesNotExistIsTheCallersMistake() {
        assertThatThrownBy(() -> run(new PretendPath(), PROBE, "nonsense", 1)).isInstanceOf(UsageException.class);
    }

    @Test
    void anExperimentSeesTheOthersItIsComparedWithAndTheirSocketsAreHeldToo() {
        List<String> others = new ArrayList<>();
        List<TransportSocket> opened = new ArrayList<>();
        Experiment beside = new Probe(run -> {
            SocketKind other = run.others().get(0);
            others.add(word(run.transport()) + " beside " + word(other));
            opened.add(other.open(Family.AF_INET));
            return says();
        });
        run(new LoopbackPath(), beside, "", 1);

        assertThat(others).containsExactly("tcp beside udp", "udp beside tcp");
        assertThat(opened).hasSize(2).allMatch(socket -> socket.phase() == Phase.CLOSED);
    }

    private static String word(SocketKind kind) {
        return kind.traits().connectionOriented() ? "tcp" : "udp";
    }

    @Test
    void whatCannotBeAskedOnAPassageIsNotAskedThere() {
        Experiment nowhere = new Probe(run -> says(), Optional.of("not here"));
        Result result = run(new LoopbackPath(), nowhere, "", 1).experiments().get(0);

        assertThat(result.reading(Probe.VALUE, "udp")).isEqualTo(new Reading.Absent("not here"));
    }

    @Test
    void aTransportThePathHasNotIsAColumnWithAReasonAndNobodysOther() throws IOException {
        Path path = mock();
        when(path.name()).thenReturn("elsewhere");
        when(path.named(any()))
                .thenAnswer(call -> call.<Transport>getArgument(0).name());
        when(path.refusal(any(), any())).thenReturn(Optional.empty());
        when(path.refusal(BOTH.get(0))).thenReturn(Optional.of("no model of it"));
        when(path.refusal(BOTH.get(1))).thenReturn(Optional.empty());
        Passage passage = mock();
        when(passage.through(BOTH.get(0))).thenThrow(new IllegalStateException("there is none here"));
        when(passage.through(BOTH.get(1))).thenReturn(BOTH.get(1));
        when(path.open(any(), any())).thenReturn(passage);

        Result result = run(path, PROBE, "", 1).experiments().get(0);

        assertThat(result.reading(Probe.VALUE, "tcp")).isEqualTo(new Reading.Absent("no model of it"));
        assertThat(result.value(Probe.VALUE, "udp")).hasValue(1);
    }
}
