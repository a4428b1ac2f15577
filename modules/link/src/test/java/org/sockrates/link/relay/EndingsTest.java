package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.link.Hop;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.fault.FaultSpec;
import org.sockrates.link.fault.Piece;
import org.sockrates.link.rule.Verdict;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.Errno;

/** What a relay tells of the ends of streams, and of what its faults did to them. */
@Timeout(30)
class EndingsTest {
    @AutoClose
    private final TcpStage stage = new TcpStage();

    private static StreamEnd end(TcpRelay relay) {
        await().until(() -> relay.endings().ends().size() == 1);
        return relay.endings().ends().get(0);
    }

    @Test
    void printsWhatItRemembers() {
        Endings endings = new Endings(RelaySettings.of("tcp", TcpStage.loopback(1), TcpStage.loopback(2)));
        assertThat(endings).hasToString("Endings[ends=[], refusals=[], cuts=[]]");
        endings.add(new Refusal(5, TcpStage.loopback(3), TcpStage.loopback(1), TcpStage.loopback(2), Errno.EACCES));
        assertThat(endings.toString()).contains("refusals=[Refusal[nanos=5, client=/127.0.0.1:3", "errno=EACCES]]");
    }

    @Test
    void aFaultThatDidNothingIsNotNamed() throws IOException {
        TcpRelay relay = stage.faulty("reset_peer 10s limit_data 1000 slicer 100 slow_close 5s");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        TcpStage.send(client, "ho");
        assertThat(TcpStage.read(served, 2)).isEqualTo("ho");
        await().until(() -> relay.log().size() == 1);
        assertThat(relay.log().get(0).rule()).isEmpty();
        assertThat(relay.report().byRule()).isEmpty();
    }

    @Test
    void theEndThatWasHeldBackIsTold() throws IOException {
        TcpRelay relay = stage.faulty("slow_close 30ms");
        Socket client = stage.connect(relay);
        stage.accept();
        client.shutdownOutput();
        StreamEnd end = end(relay);
        assertThat(end.text(relay.startNanos()))
                .matches(" +0\\.[0-9]+ s {2}upstream {3}end {13}127\\.0\\.0\\.1:[0-9]+ {2}delayed: slow_close");
        assertThat(end.timeNanos()).isGreaterThan(relay.startNanos());
        assertThat(relay.report().byRule()).isEmpty();
    }

    @Test
    void soIsTheOneThatWasSwallowed() throws IOException {
        TcpRelay relay = stage.faulty("timeout 0s");
        Socket client = stage.connect(relay);
        stage.accept();
        client.shutdownOutput();
        assertThat(end(relay))
                .returns(Optional.of(Way.UPSTREAM), StreamEnd::way)
                .returns(Piece.Kind.FINISH, StreamEnd::kind)
                .returns(Verdict.DROPPED, StreamEnd::verdict)
                .returns("timeout", StreamEnd::rule);
    }

    @Test
    void anEndThatStaysSwallowedIsToldOnce() throws IOException {
        TcpRelay relay = stage.faulty("timeout 0s");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        client.shutdownOutput();
        end(relay);
        relay.use(LinkSpec.parse("rate 1mbit"));
        relay.use(LinkSpec.parse("delay 10ms"));
        relay.use(FaultSpec.NONE);
        assertThat(served.getInputStream().read()).isEqualTo(-1);
        assertThat(relay.endings().ends()).extracting(StreamEnd::rule).containsExactly("timeout", "delay");
        assertThat(relay.report().byRule()).as("of pieces").isEmpty();
    }

    @Test
    void whatWaitsBehindAPieceThatIsLateNamesWhatMadeThatLate() throws IOException {
        TcpRelay relay = stage.faulty("upstream latency 1h");
        Socket client = stage.connect(relay);
        stage.accept();
        TcpStage.send(client, "a");
        await().until(() -> relay.log().size() == 1);
        relay.use(FaultSpec.parse("slicer 1", FaultSpec.USUAL_SEED));
        TcpStage.send(client, "bc");
        await().until(() -> relay.log().size() == 2);
        TcpStage.send(client, "d");
        await().until(() -> relay.log().size() == 3);
        client.shutdownOutput();
        assertThat(end(relay)).returns(Verdict.DELAYED, StreamEnd::verdict).returns("latency", StreamEnd::rule);
        assertThat(relay.log()).extracting(PassedPacket::rule).containsExactly("latency", "slicer", "latency");
        assertThat(relay.report().byRule()).containsOnly(Map.entry("latency", 2L), Map.entry("slicer", 1L));
    }

    @Test
    void whatOfAPieceWasCutOffNamesItsFaultAndSoDoesTheClose() throws IOException {
        TcpRelay relay = stage.faulty("upstream limit_data 3 latency 1ms");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        TcpStage.send(client, "abcde");
        assertThat(TcpStage.read(served, 5)).isEqualTo("abc");
        StreamEnd close = end(relay);
        assertThat(relay.log())
                .singleElement()
                .satisfies(piece -> assertThat(piece.rule()).isEqualTo("limit_data,latency"));
        assertThat(close.text(relay.startNanos()))
                .contains("s  both       close ")
                .endsWith("  by limit_data");
        assertThat(relay.report().inBytes()).isEqualTo(5);
        assertThat(relay.report().outBytes()).isEqualTo(3);
        assertThat(relay.endings().cuts()).extracting(Cut::fault).containsExactly("limit_data", "limit_data");
    }

    @Test
    void aConnectionThatAFaultEndedIsKnownToBothEnds() throws IOException {
        TcpRelay relay = stage.relay("");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        relay.use(FaultSpec.parse("reset_peer 0s", FaultSpec.USUAL_SEED));
        TcpStage.assertReset(served);
        assertThat(relay.endings().cuts())
                .containsExactly(cut(client, "reset_peer", true, false), cut(served, "reset_peer", true, false));
        assertThat(end(relay).text(relay.startNanos()))
                .contains("s  both       reset ")
                .endsWith("  by reset_peer");
    }

    @Test
    void whatStandsWhenTheRelayIsClosedIsEndedByIt() throws IOException {
        TcpRelay relay = stage.relay("");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        TcpStage.send(client, "x");
        assertThat(TcpStage.read(served, 1)).isEqualTo("x");
        relay.close();
        assertThat(relay.endings().cuts()).containsExactly(cut(client, "", true, false), cut(served, "", true, false));
        assertThat(relay.endings().ends()).isEmpty();
    }

    @Test
    void whoseStreamHadEndedIsNotToldByTheRelay() throws IOException {
        TcpRelay relay = stage.relay("");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        client.shutdownOutput();
        assertThat(served.getInputStream().read()).isEqualTo(-1);
        relay.use(FaultSpec.parse("timeout 1ms", FaultSpec.USUAL_SEED));
        assertThat(client.getInputStream().read()).isEqualTo(-1);
        assertThat(relay.endings().cuts())
                .containsExactly(cut(client, "timeout", false, false), cut(served, "timeout", false, true));
    }

    private static Cut cut(Socket socket, String fault, boolean reset, boolean already) {
        return new Cut(
                (InetSocketAddress) socket.getLocalSocketAddress(),
                (InetSocketAddress) socket.getRemoteSocketAddress(),
                fault,
                reset,
                already);
    }

    @Test
    void whoComesAgainFromTheSamePortsIsAnotherConnection() {
        Endings endings = new Endings(stage.settings());
        Hop hop = new Hop(TcpStage.loopback(1), TcpStage.loopback(2), TcpStage.loopback(3), TcpStage.loopback(4));
        Cut near = new Cut(hop.from(), hop.entry(), "timeout", false, false);
        Cut far = new Cut(hop.to(), hop.exit(), "timeout", false, false);
        Cut other = new Cut(TcpStage.loopback(5), hop.entry(), "timeout", false, false);
        List.of(near, far, other).forEach(endings::add);
        endings.served(hop);
        assertThat(endings.cuts()).containsExactly(other);
    }

    @Test
    void asManyAreKeptAsARelayCanEndAtOnce() {
        Endings endings = new Endings(stage.settings().withMostPeers(100));
        List<Cut> cuts = IntStream.rangeClosed(1, 201)
                .mapToObj(port -> new Cut(TcpStage.loopback(port), TcpStage.loopback(1), "timeout", false, false))
                .toList();
        cuts.forEach(endings::add);
        assertThat(endings.cuts()).isEqualTo(cuts.subList(1, 201));
    }
}
