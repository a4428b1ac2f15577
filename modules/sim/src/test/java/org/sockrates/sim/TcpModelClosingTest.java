package org.sockrates.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.sim.tcp.ModelSettings;
import org.sockrates.sim.tcp.TcpModel;
import org.sockrates.sim.tcp.TcpPackets;
import org.sockrates.sim.tcp.TcpPair;
import org.sockrates.sim.tcp.TcpState;
import org.sockrates.transport.Errno;
import org.sockrates.transport.rdt.Line;

/** Every way for a modelled connection to end. */
final class TcpModelClosingTest {
    private static final int IP_BYTES = 20;
    private static final byte RST = 4;

    private static Pair opened(String link) {
        Pair pair = Pair.over(link).open();
        pair.pass(100).sent();
        return pair;
    }

    @Test
    void oneEndsThenTheOther() {
        Pair pair = opened("delay 20ms");
        pair.client().finish(pair.now());
        assertThat(pair.client().state()).isEqualTo(TcpState.FIN_WAIT_1);
        pair.pass(40);
        assertThat(pair.client().state()).isEqualTo(TcpState.FIN_WAIT_2);
        assertThat(pair.server().state()).isEqualTo(TcpState.CLOSE_WAIT);
        assertThat(pair.server().isAtEnd()).isTrue();
        assertThat(pair.client().isAllAcknowledged()).isTrue();
        pair.server().finish(pair.now());
        assertThat(pair.server().state()).isEqualTo(TcpState.LAST_ACK);
        pair.pass(40);
        assertThat(pair.client().state()).isEqualTo(TcpState.TIME_WAIT);
        assertThat(pair.server().state()).isEqualTo(TcpState.CLOSED);
        assertThat(pair.client().isOver()).isTrue();
        assertThat(pair.server().isOver()).isTrue();
    }

    @Test
    void bothEndAtOnce() {
        Pair pair = opened("delay 20ms");
        pair.client().finish(pair.now());
        pair.server().finish(pair.now());
        pair.pass(20);
        assertThat(pair.client().state()).isEqualTo(TcpState.CLOSING);
        assertThat(pair.server().state()).isEqualTo(TcpState.CLOSING);
        pair.pass(20);
        assertThat(pair.client().state()).isEqualTo(TcpState.TIME_WAIT);
        assertThat(pair.server().state()).isEqualTo(TcpState.TIME_WAIT);
    }

    @Test
    void whoHasEndedStillReads() {
        Pair pair = opened("delay 20ms");
        pair.server().finish(pair.now());
        pair.pass(100);
        pair.say(pair.client(), "after");
        pair.pass(100);
        assertThat(pair.gotBytes()).isEqualTo(5);
        assertThatThrownBy(() -> pair.say(pair.server(), "no")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upstream drop fin 1", "downstream drop fin 1", "drop fin 1-2", "drop ack 2-3"})
    void whateverOfTheEndIsLostComesAgain(String lost) {
        Pair pair = opened("delay 20ms " + lost);
        pair.say(pair.client(), "last words");
        pair.client().finish(pair.now());
        pair.pass(500);
        pair.server().finish(pair.now());
        pair.pass(5000);
        assertThat(pair.gotBytes()).isEqualTo(10);
        assertThat(pair.client().isOver()).isTrue();
        assertThat(pair.server().isOver()).isTrue();
        assertThat(pair.client().failure()).isEmpty();
    }

    @Test
    void dataAndEndShareASegment() {
        Pair pair = opened("delay 20ms");
        pair.client().send(ByteBuffer.allocate(20 * 1460 + 100), pair.now());
        pair.client().finish(pair.now());
        pair.pass(1000);
        assertThat(pair.sent())
                .filteredOn(each -> each.contains("client fin"))
                .singleElement()
                .asString()
                .endsWith("fin 100");
    }

    @Test
    void whoGivesUpTellsTheOther() {
        Pair pair = opened("delay 20ms");
        pair.say(pair.client(), "x");
        pair.client().abort(pair.now());
        assertThat(pair.client().failure()).contains(Errno.ECONNABORTED);
        pair.pass(30);
        assertThat(pair.server().failure()).contains(Errno.ECONNRESET);
        assertThat(pair.sent()).anyMatch(each -> each.contains("client rst"));
        assertThat(pair.server().isOver()).isFalse();
    }

    @Test
    void whatIsOverOrFailedIsNotGivenUp() {
        Pair pair = opened("delay 20ms");
        pair.client().finish(pair.now());
        pair.client().finish(pair.now());
        pair.pass(100);
        pair.server().finish(pair.now());
        pair.pass(100).sent();
        pair.client().abort(pair.now());
        pair.server().abort(pair.now());
        assertThat(pair.client().failure()).isEmpty();
        assertThat(pair.server().failure()).isEmpty();
        assertThat(pair.sent()).isEmpty();
        Pair other = opened("delay 20ms");
        other.client().abort(other.now());
        other.pass(100);
        other.server().abort(other.now());
        assertThat(other.server().failure()).contains(Errno.ECONNRESET);
        assertThat(other.server().send(ByteBuffer.allocate(1), other.now())).isZero();
        assertThatThrownBy(() -> other.client().open(other.now())).hasMessageStartingWith("open in CLOSED");
    }

    /** Linux says so of the peer of a program that was killed: it has heard the end, sends on and is reset. */
    @Test
    void aResetAfterTheOthersEndIsABrokenPipe() {
        Pair pair = opened("delay 20ms");
        pair.client().finish(pair.now());
        pair.pass(30);
        assertThat(pair.server().state()).isEqualTo(TcpState.CLOSE_WAIT);
        pair.client().abort(pair.now());
        pair.pass(30);
        assertThat(pair.server().failure()).contains(Errno.EPIPE);
        assertThat(pair.server().isAtEnd()).isTrue();
    }

    @Test
    void whoIsSilentForTooLongIsGivenUp() {
        Pair pair = opened("delay 20ms upstream drop data 1-100");
        pair.say(pair.client(), "x");
        pair.pass(2_000_000);
        assertThat(pair.client().failure()).contains(Errno.ETIMEDOUT);
        assertThat(pair.sent()).filteredOn(each -> each.contains("client data")).hasSize(16);
    }

    /** RFC 9293 §3.8.3: a SYN that went again is answered; what comes behind it is counted anew. */
    @Test
    void whoAskedMoreThanOnceTriesNoLessOften() {
        Pair pair = Pair.over("delay 20ms downstream drop syn-ack 1-3 upstream drop data 1-100")
                .open();
        pair.say(pair.client(), "x");
        pair.pass(2_000_000);
        assertThat(pair.sent()).filteredOn(each -> each.contains("client data")).hasSize(16);
    }

    @Test
    void whoAnswersNoProbeIsGivenUp() {
        ModelSettings small = ModelSettings.USUAL.withBufferBytes(1 << 20, 10_000);
        Pair pair = new Pair("delay 20ms downstream drop ack 5-100", small).open();
        pair.reading(false);
        pair.client().send(ByteBuffer.allocate(50_000), pair.now());
        pair.pass(600).sent();
        pair.pass(1_000_000);
        assertThat(pair.client().failure()).contains(Errno.ETIMEDOUT);
        assertThat(pair.sent()).filteredOn(each -> each.contains("client ack")).hasSize(15);
    }

    @Test
    void whatComesForNoConnectionIsReset() {
        Sent line = new Sent();
        TcpModel asking = new TcpModel(ModelSettings.USUAL, line);
        asking.open(0);
        assertThat(TcpPackets.opens(line.packets.get(0))).isTrue();
        ByteBuffer reset = TcpPackets.reset(line.packets.get(0)).orElseThrow();
        assertThat(TcpPackets.reset(reset)).isEmpty();
        assertThat(TcpPackets.reset(ByteBuffer.allocate(40))).isEmpty();
        asking.arrived(reset, 1);
        assertThat(asking.failure()).contains(Errno.ECONNREFUSED);
    }

    /** RFC 9293 §3.10.7.4: {@code <SEQ=SEG.ACK><CTL=RST>}. */
    @Test
    void whoAcknowledgesAnotherConnectionIsReset() {
        Sent asked = new Sent();
        Sent other = new Sent();
        Sent answering = new Sent();
        TcpModel client = new TcpModel(ModelSettings.USUAL, asked);
        ModelSettings settings = ModelSettings.USUAL.withPair(TcpPair.USUAL.reversed());
        TcpModel before = new TcpModel(settings.withFirstNumber(900), other);
        TcpModel server = new TcpModel(settings.withFirstNumber(500), answering);
        client.open(0);
        before.arrived(asked.packets.get(0), 1);
        server.arrived(asked.packets.get(0), 1);
        client.arrived(other.packets.get(0), 2);

        server.arrived(asked.packets.get(1), 3);

        assertThat(server.state()).isEqualTo(TcpState.SYN_RECEIVED);
        ByteBuffer reset = answering.packets.get(1);
        assertThat(reset.getInt(IP_BYTES + 4)).as("its number").isEqualTo(901);
        assertThat(reset.getInt(IP_BYTES + 8)).as("its acknowledgement").isZero();
        assertThat(reset.get(IP_BYTES + 13)).as("its flags").isEqualTo(RST);
    }

    private static final class Sent implements Line {
        final List<ByteBuffer> packets = new ArrayList<>();

        @Override
        public void transmit(ByteBuffer packet) {
            packets.add(ByteBuffer.allocate(packet.remaining())
                    .put(packet.duplicate())
                    .flip());
        }

        @Override
        public void wakeAt(long nanos) {}
    }
}
