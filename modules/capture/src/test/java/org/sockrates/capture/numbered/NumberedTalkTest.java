package org.sockrates.capture.numbered;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockrates.capture.ladder.Side;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.PacketHead.Kind;

/** The labels of numbered packets, given as they pass. */
final class NumberedTalkTest {
    private final NumberedTalk talk = new NumberedTalk();
    private boolean alone;
    private int window = 9;
    private long nowNanos;

    private String says(Side from, Kind kind, int number, int next) {
        PacketHead head = new PacketHead(kind, number, next, alone, window, 5);
        String labels = talk.leaves(from, head, ++nowNanos);
        talk.arrives(from, head, ++nowNanos);
        return labels;
    }

    private String data(int number) {
        return says(Side.LEFT, Kind.DATA, number, 0);
    }

    private String ack(int number) {
        return says(Side.RIGHT, Kind.ACK, number, number + 1);
    }

    @Test
    void whatGoesAgainIsARetransmissionUntilItIsAcknowledged() {
        assertThat(data(0)).isEmpty();
        assertThat(data(1)).isEmpty();
        assertThat(data(0)).isEqualTo("Retransmission");
        assertThat(ack(0)).isEmpty();
        assertThat(data(1)).isEqualTo("Retransmission");
        assertThat(data(2)).isEmpty();
    }

    @Test
    void anAcknowledgementThatIsLostFreesNothing() {
        data(0);
        talk.leaves(Side.RIGHT, new PacketHead(Kind.ACK, 0, 1, false, 9, 0), ++nowNanos);

        assertThat(data(0)).isEqualTo("Retransmission");
    }

    @Test
    void whatIsAcknowledgedOnceMoreIsADuplicate() {
        data(0);
        assertThat(ack(-1)).isEmpty();
        assertThat(ack(-1)).isEqualTo("Dup ACK #1");
        assertThat(ack(-1)).isEqualTo("Dup ACK #2");
        assertThat(ack(0)).isEmpty();
        assertThat(ack(0)).isEqualTo("Dup ACK #1");
    }

    @Test
    void aReaderWithoutRoomHasAZeroWindowAndThenUpdatesIt() {
        data(0);
        window = 0;
        assertThat(ack(0)).isEqualTo("ZeroWindow");
        assertThat(ack(0)).isEqualTo("ZeroWindow, Dup ACK #1");
        window = 9;
        assertThat(ack(0)).isEqualTo("Window Update");
        assertThat(ack(0)).isEqualTo("Dup ACK #3");
    }

    @Test
    void aNewConnectionBetweenTheSamePortsBeginsAnew() {
        says(Side.LEFT, Kind.OPEN, 0, 0);
        assertThat(says(Side.LEFT, Kind.OPEN, 0, 0)).isEqualTo("Retransmission");
        ack(0);
        data(1);

        assertThat(says(Side.LEFT, Kind.OPEN, 0, 0)).isEmpty();
        assertThat(ack(0)).isEmpty();
        assertThat(data(1)).isEmpty();
    }

    @Test
    void whereEachIsAcknowledgedAloneOthersStayOutstanding() {
        alone = true;
        data(0);
        data(1);
        ack(1);

        assertThat(data(0)).isEqualTo("Retransmission");
        assertThat(ack(1)).isEqualTo("Dup ACK #1");
    }

    @Test
    void itSpeaksOfAPacketAsTcpdumpOfASegment() {
        assertThat(NumberedTalk.text(new PacketHead(Kind.DATA, 3, 0, false, 9, 1399)))
                .isEqualTo("DATA 3, length 1399");
        assertThat(NumberedTalk.text(new PacketHead(Kind.ACK, 2, 3, false, 187, 0)))
                .isEqualTo("ACK 2, next 3, win 187");
        assertThat(NumberedTalk.text(new PacketHead(Kind.ACK, -1, 0, false, 187, 0)))
                .isEqualTo("ACK none, next 0, win 187");
        assertThat(NumberedTalk.text(new PacketHead(Kind.OPEN, 0, 0, false, 187, 0)))
                .isEqualTo("OPEN 0");
        assertThat(NumberedTalk.text(new PacketHead(Kind.RESET, -7, -7, false, 0, 0)))
                .isEqualTo("RESET");
    }
}
