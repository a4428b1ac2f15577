package org.sockrates.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Path;
import org.sockrates.link.Traffic;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

@Timeout(20)
class OnTheWireTest {
    private static final List<Transport> BOTH = List.of(new TcpTransport(), new UdpTransport());

    private static final Probe SENDS = new Probe(OnTheWireTest::sends);

    private static Result run(Path path, Probe probe) {
        return new Comparer(path, LinkSpec.NONE, new Settings(1, true), Progress.SILENT)
                .run(List.of(probe), BOTH, 1)
                .experiments()
                .get(0);
    }

    /** Sends sixty bytes, in one datagram to itself; a stream is not asked. */
    private static Observations sends(Run run) throws IOException {
        if (run.traits().connectionOriented()) {
            throw new IOException("no stream here");
        }
        try (TransportSocket socket = run.door(1)) {
            socket.sendTo(ByteBuffer.allocate(60), Objects.requireNonNull(socket.local()));
        }
        return Observations.of(Probe.VALUE.measured(1, 7));
    }

    @Test
    void whatWasSentStandsBesideWhatTheExperimentSaw() {
        Result result = run(new PretendPath(), SENDS);

        assertThat(result.metrics().stream().map(metric -> metric.measure().name()))
                .containsExactly(
                        "value",
                        "wire_packets",
                        "retransmits",
                        "wire_bytes",
                        "wire_payload_bytes",
                        "header_percent",
                        "overrun_packets");
        assertThat(result.reading(OnTheWire.PACKETS, "udp")).isEqualTo(Reading.measured(1, 1));
        assertThat(result.reading(OnTheWire.BYTES, "udp")).isEqualTo(Reading.measured(1, 100));
        assertThat(result.reading(OnTheWire.PAYLOAD, "udp")).isEqualTo(Reading.measured(1, 60));
        assertThat(result.reading(OnTheWire.HEADERS, "udp"))
                .isEqualTo(new Reading.Computed(40, "100 x (wire_bytes - wire_payload_bytes) / wire_bytes"));
    }

    @Test
    void whereNothingWasAskedEveryRowHasTheSameReason() {
        Result result = run(new PretendPath(), SENDS);

        assertThat(result.metrics())
                .hasSize(7)
                .filteredOn(metric -> !metric.measure().equals(OnTheWire.OVERRUN))
                .allSatisfy(metric ->
                        assertThat(metric.readings().get("tcp")).isEqualTo(new Reading.Absent("no stream here")));
    }

    @Test
    void aPathThatSeesNoPacketsHasNoSuchRows() {
        Result result = run(new LoopbackPath(), SENDS);

        assertThat(result.metrics()).hasSize(1);
    }

    @Test
    void segmentsSentAgainTakeThePlaceOfAReasonWhyTheyAreHidden() {
        Observations seen = Observations.of(OnTheWire.RETRANSMITS.absent("hidden"), Probe.VALUE.measured(1, 7))
                .with(OnTheWire.figures(traffic(10, 3), LinkReport.NONE));

        assertThat(seen.figures()).hasSize(7);
        assertThat(seen.reading(OnTheWire.RETRANSMITS)).isEqualTo(Reading.measured(10, 3));
    }

    @Test
    void thatNoSegmentWasSentAgainIsAFigure() {
        Observations seen = Observations.of(OnTheWire.figures(traffic(10, 0), LinkReport.NONE));

        assertThat(seen.reading(OnTheWire.RETRANSMITS)).isEqualTo(Reading.measured(10, 0));
    }

    @Test
    void whoHasNoSegmentsKeepsItsReason() {
        Observations seen = Observations.of(OnTheWire.RETRANSMITS.absent("never"))
                .with(OnTheWire.figures(traffic(0, 0), LinkReport.NONE));

        assertThat(seen.reading(OnTheWire.RETRANSMITS)).isEqualTo(new Reading.Absent("never"));
        assertThat(seen.reading(OnTheWire.PACKETS)).isEqualTo(Reading.measured(20, 20));
    }

    @Test
    void nothingSentIsNotAHundredPercentOfAnything() {
        assertThat(OnTheWire.figures(Traffic.NONE, LinkReport.NONE))
                .hasSize(5)
                .allSatisfy(figure ->
                        assertThat(figure.reading()).isEqualTo(new Reading.Absent("nothing crossed the link")));
    }

    @Test
    void whatTheWireNeverSawIsARowOfItsOwnAndOneSentenceMore() {
        PretendPath path = new PretendPath();
        Result none = run(path, SENDS);
        assertThat(none.value(OnTheWire.OVERRUN, "udp")).hasValue(0);

        path.overruns(4780);
        Result some = run(path, SENDS);

        assertThat(some.reading(OnTheWire.PACKETS, "udp")).isEqualTo(Reading.measured(1, 1));
        assertThat(some.reading(OnTheWire.OVERRUN, "udp")).isEqualTo(Reading.measured(4781, 4780));
        assertThat(some.finding())
                .isEqualTo(none.finding()
                        + " Sent faster than the wire reads, and lost before it saw them: 4,780 packets of udp.");
    }

    @Test
    void ofSeveralRunsTheRemarkTellsTheMostThatWereLost() {
        Metric metric = new Metric(
                OnTheWire.OVERRUN,
                Map.of("udp", new Reading.Measured(9, 0, 0, 4), "tcp", new Reading.Absent("not observed")));
        Result result = new Result("d", "q?", "m", "f", List.of(metric), Map.of(), false);

        assertThat(OnTheWire.remark(result)).get().asString().endsWith(": up to 4 packets of udp.");
    }

    /** Twenty packets, so many of them segments. */
    private static Traffic traffic(long segments, long retransmissions) {
        return new Traffic(new Traffic.OneWay(20, segments, retransmissions, 2000, 1000, 0), Traffic.NONE.downstream());
    }
}
