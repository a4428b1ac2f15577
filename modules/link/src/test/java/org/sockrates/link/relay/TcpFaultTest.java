package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.MockedConstruction;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.fault.FaultSpec;
import org.sockrates.link.rule.Verdict;
import org.sockrates.transport.testkit.Task;

/** The faults at work in a {@link TcpRelay}, over real sockets. */
@Timeout(30)
class TcpFaultTest {
    @AutoClose
    private final TcpStage stage = new TcpStage();

    @Test
    void aSlicedStreamComesInSlices() throws IOException {
        Socket client = stage.connect(stage.faulty("upstream slicer 4 30ms"));
        Socket served = stage.accept();
        TcpStage.send(client, "abcdefghij");
        assertThat(TcpStage.readOnce(served)).isEqualTo("abcd");
        assertThat(TcpStage.read(served, 6)).isEqualTo("efghij");
        TcpStage.send(served, "whole the other way");
        assertThat(TcpStage.readOnce(client)).isEqualTo("whole the other way");
    }

    /** Nothing but the link is other: what was typed for the faults goes on. */
    @Test
    void anotherLinkLeavesTheFaultsAsTheyAre() throws IOException {
        TcpRelay relay = stage.faulty("upstream limit_data 8");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        TcpStage.send(client, "abcde");
        assertThat(TcpStage.read(served, 5)).isEqualTo("abcde");
        relay.use(LinkSpec.parse("delay 1ms"));
        TcpStage.send(client, "fghij");
        assertThat(TcpStage.read(served, 5)).isEqualTo("fgh");
    }

    /** 800,000 bytes at 1,000,000 a second. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void otherRulesMakeNoOtherWire(boolean ofLink) throws Exception {
        TcpRelay relay = stage.faulty("bandwidth 8mbit");
        relay.use(LinkSpec.parse("limit 200"));
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        long start = System.nanoTime();
        Task<Boolean> sender = Task.start(() -> {
            TcpStage.send(client, "x".repeat(800_000));
            return true;
        });
        TcpStage.read(served, 50_000);
        if (ofLink) {
            relay.use(LinkSpec.parse("limit 199"));
        } else {
            relay.use(relay.faults());
        }
        TcpStage.read(served, 750_000);
        assertThat(System.nanoTime() - start).isGreaterThan(780_000_000);
        assertThat(sender.result()).isTrue();
    }

    @Test
    void latencyAddsToBothWays() throws IOException {
        Socket client = stage.connect(stage.faulty("latency 20ms"));
        Socket served = stage.accept();
        long start = System.nanoTime();
        TcpStage.send(client, "a");
        TcpStage.read(served, 1);
        TcpStage.send(served, "b");
        TcpStage.read(client, 1);
        assertThat(System.nanoTime() - start).isGreaterThan(40_000_000);
    }

    @Test
    void aConnectionThatEndedAwaitsNoResetOfItsOwn() throws IOException {
        Times.Task reset = mock();
        try (MockedConstruction<Times> times = mockConstruction(Times.class, (made, context) -> {
            when(made.isEmpty()).thenReturn(true);
            when(made.add(anyLong(), any())).thenAnswer(asked -> {
                if (asked.getArgument(0, Long.class) - System.nanoTime() < 0) {
                    asked.getArgument(1, Runnable.class).run();
                }
                return reset;
            });
        })) {
            Socket client = stage.connect(stage.faulty("upstream latency 1h"));
            Socket served = stage.accept();
            abort(client);
            await().untilAsserted(() -> verify(times.constructed().get(0)).add(anyLong(), any()));
            abort(served);
            await().untilAsserted(() -> verify(reset).cancel());
        }
    }

    private static void abort(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Test
    void bandwidthStretchesAStream() throws IOException {
        Socket client = stage.connect(stage.faulty("bandwidth 1mbit"));
        Socket served = stage.accept();
        long start = System.nanoTime();
        TcpStage.send(client, "x".repeat(10_000));
        assertThat(TcpStage.read(served, 10_000)).hasSize(10_000);
        assertThat(System.nanoTime() - start).isBetween(79_000_000L, 3_000_000_000L);
    }

    @Test
    void limitDataClosesBehindItsLastByte() throws IOException {
        TcpRelay relay = stage.faulty("downstream limit_data 5");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        TcpStage.send(served, "abcdefgh");
        assertThat(TcpStage.read(client, 100)).isEqualTo("abcde");
        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void resetPeerResetsBothEnds() throws IOException {
        TcpRelay relay = stage.faulty("reset_peer 30ms");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        TcpStage.assertReset(client);
        TcpStage.assertReset(served);
        assertThat(relay.report().byRule()).as("of pieces").isEmpty();
    }

    @Test
    void eachOfTwoFaultsIsCountedByItsOwnWord() throws IOException {
        TcpRelay relay = stage.faulty("upstream latency 1ms bandwidth 10mbit");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        TcpStage.send(client, "one");
        assertThat(TcpStage.read(served, 3)).isEqualTo("one");
        assertThat(relay.report().byRule()).containsExactly(Map.entry("latency", 1L), Map.entry("bandwidth", 1L));
    }

    @Test
    void timeoutSwallowsEverythingAndThenCloses() throws IOException {
        TcpRelay relay = stage.faulty("upstream timeout 60ms");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        TcpStage.send(client, "lost");
        assertThat(served.getInputStream().read()).isEqualTo(-1);
        assertThat(client.getInputStream().read()).isEqualTo(-1);
        assertThat(relay.report().dropped()).isEqualTo(1);
        assertThat(relay.log()).singleElement().satisfies(piece -> {
            assertThat(piece.verdict()).isEqualTo(Verdict.DROPPED);
            assertThat(piece.rule()).isEqualTo("timeout");
        });
        assertThat(relay.report().byRule()).as("of pieces").containsExactly(Map.entry("timeout", 1L));
    }

    @Test
    void slowCloseHoldsBackTheEndOnly() throws IOException {
        Socket client = stage.connect(stage.faulty("slow_close 60ms"));
        Socket served = stage.accept();
        long start = System.nanoTime();
        TcpStage.send(client, "x");
        client.shutdownOutput();
        assertThat(TcpStage.read(served, 1)).isEqualTo("x");
        assertThat(served.getInputStream().read()).isEqualTo(-1);
        assertThat(System.nanoTime() - start).isGreaterThan(60_000_000);
    }

    @Test
    void faultsThatAreTakenBackDoNotStrikeLater() throws IOException {
        TcpRelay relay = stage.relay("");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        TcpStage.send(client, "before");
        assertThat(TcpStage.read(served, 6)).isEqualTo("before");
        relay.use(FaultSpec.parse("timeout 200ms", FaultSpec.USUAL_SEED));
        relay.use(FaultSpec.NONE);
        assertThat(relay.faults()).isEqualTo(FaultSpec.NONE);
        client.setSoTimeout(400);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        TcpStage.send(client, "after");
        assertThat(TcpStage.read(served, 5)).isEqualTo("after");
    }

    @Test
    void anEndThatWasSwallowedIsToldWhenTheFaultIsTakenBack() throws IOException {
        TcpRelay relay = stage.faulty("timeout 0s");
        Socket client = stage.connect(relay);
        Socket served = stage.accept();
        TcpStage.send(client, "lost");
        client.shutdownOutput();
        await().until(() -> relay.report().dropped() == 1);
        served.setSoTimeout(100);
        assertThatThrownBy(() -> served.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        relay.use(FaultSpec.NONE);
        served.setSoTimeout(5_000);
        assertThat(served.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void faultsStrikeConnectionsThatStand() throws IOException {
        TcpRelay relay = stage.relay("delay 1ms");
        Socket client = stage.connect(relay);
        stage.accept();
        relay.use(FaultSpec.parse("reset_peer 0s", FaultSpec.USUAL_SEED));
        TcpStage.assertReset(client);
        assertThat(relay.link().text()).isEqualTo("delay 1ms");
    }
}
