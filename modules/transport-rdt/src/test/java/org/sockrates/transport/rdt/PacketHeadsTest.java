package org.sockrates.transport.rdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.transport.PacketHead;

/** What stands between two ends reads of their packets. */
final class PacketHeadsTest {
    private static final int CONNECTION = -7;

    private static ByteBuffer packet(Packet.Type type, int number, int next, int... payload) {
        ByteBuffer bytes = ByteBuffer.allocate(payload.length);
        for (int value : payload) {
            bytes.put((byte) value);
        }
        ByteBuffer into = ByteBuffer.allocate(100);
        new Packet().write(into, type, CONNECTION, number, next, 8, bytes.flip());
        return into;
    }

    private static String said(ByteBuffer packet) {
        return PacketHeads.ofConversation(Protocol.GO_BACK_N, packet)
                .map(PacketHead::text)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({"1,open 0", "2,data 0", "3,end 0"})
    void theFirstByteSaysWhatAConversationMeans(int kind, String said) {
        assertThat(said(packet(Packet.Type.DATA, CONNECTION, 0, kind, 'x'))).isEqualTo(said);
    }

    @Test
    void aConversationsNumbersCountFromItsFirstAlsoBehindTheLast() {
        assertThat(said(packet(Packet.Type.DATA, 2, 0, 2, 'x'))).isEqualTo("data 9");
        assertThat(said(packet(Packet.Type.ACK, 2, 3))).isEqualTo("ack 9");
        assertThat(said(packet(Packet.Type.RESET, 0, 0))).isEqualTo("reset");
        assertThat(PacketHeads.ofConversation(Protocol.GO_BACK_N, packet(Packet.Type.ACK, 2, 3)))
                .map(PacketHead::next)
                .contains(10);
    }

    @Test
    void aProtocolsNumbersAreAsTheyAre() {
        Optional<PacketHead> data = PacketHeads.ofProtocol(Protocol.GO_BACK_N, packet(Packet.Type.DATA, 3, 0, 1));
        Optional<PacketHead> none = PacketHeads.ofProtocol(Protocol.GO_BACK_N, packet(Packet.Type.ACK, -1, 0));

        assertThat(data).map(PacketHead::text).contains("data 3");
        assertThat(none).map(PacketHead::text).contains("ack none");
    }

    @Test
    void itTellsTheWindowAndTheBytesOfAProgram() {
        PacketHead said = PacketHeads.ofConversation(
                        Protocol.GO_BACK_N, packet(Packet.Type.DATA, CONNECTION, 0, 2, 'x', 'y'))
                .orElseThrow();
        PacketHead bare = PacketHeads.ofProtocol(Protocol.GO_BACK_N, packet(Packet.Type.DATA, 3, 0, 'x', 'y'))
                .orElseThrow();

        assertThat(said.window()).isEqualTo(8);
        assertThat(said.bytes()).isEqualTo(2);
        assertThat(bare.bytes()).isEqualTo(2);
    }

    /** A stranger may send such a packet. */
    @Test
    void dataWithoutBytesAndAnAcknowledgementWithSomeCarryNothingOfAProgram() {
        PacketHead empty = PacketHeads.ofConversation(Protocol.GO_BACK_N, packet(Packet.Type.DATA, 2, 0))
                .orElseThrow();
        PacketHead full = PacketHeads.ofConversation(Protocol.GO_BACK_N, packet(Packet.Type.ACK, 2, 3, 1, 'x'))
                .orElseThrow();

        assertThat(empty.text()).isEqualTo("data 9");
        assertThat(empty.bytes()).isZero();
        assertThat(full.text()).isEqualTo("ack 9");
        assertThat(full.bytes()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"STOP_AND_WAIT,false", "GO_BACK_N,false", "SELECTIVE_REPEAT,true"})
    void onlySelectiveRepeatAcknowledgesOneAlone(Protocol protocol, boolean alone) {
        assertThat(PacketHeads.ofProtocol(protocol, packet(Packet.Type.ACK, 3, 4)))
                .map(PacketHead::alone)
                .contains(alone);
    }

    @Test
    void whatIsBrokenSaysNothing() {
        ByteBuffer packet = packet(Packet.Type.DATA, 3, 0, 2, 'x');
        packet.put(packet.limit() - 1, (byte) 'y');

        assertThat(said(packet)).isEmpty();
        assertThat(said(ByteBuffer.allocate(3))).isEmpty();
        assertThat(PacketHeads.ofProtocol(Protocol.GO_BACK_N, packet)).isEmpty();
    }

    @Test
    void readingLeavesThePacketAsItWas() {
        ByteBuffer packet = packet(Packet.Type.DATA, 3, 0, 2, 'x');
        ByteBuffer before = packet.duplicate();

        assertThat(said(packet)).isEqualTo("data 10");

        assertThat(packet).isEqualTo(before);
    }
}
