package org.sockrates.transport.rdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One end alone: what it does of what comes, packet by packet. Numbers from 0 on, a window of four, a timeout of 100. */
class BothHalvesTest {
    private static final int CONNECTION = 7;
    private static final int WINDOW = 4;
    private static final long TIMEOUT = 100;

    private final List<String> learnt = new ArrayList<>();
    private final List<Integer> delivered = new ArrayList<>();
    private final Packet sent = new Packet();
    private int packets;
    private int room = 100;
    private long wakeNanos;

    /** Waits as long each time, and writes down what it is told. */
    private final RetransmissionTimeout timeout = new RetransmissionTimeout() {
        @Override
        public long nanos() {
            return TIMEOUT;
        }

        @Override
        public void measured(long roundTripNanos) {
            learnt.add("measured " + roundTripNanos);
        }

        @Override
        public void progressed(long atMostNanos) {
            learnt.add("progressed in " + atMostNanos);
        }

        @Override
        public void expired() {
            learnt.add("expired");
        }
    };

    private final Outside outside = new Outside() {
        @Override
        public void deliver(ByteBuffer message) {
            delivered.add(message.getInt(message.position()));
        }

        @Override
        public int room() {
            return room;
        }

        @Override
        public void transmit(ByteBuffer packet) {
            packets++;
            assertThat(sent.wrap(packet.duplicate())).isTrue();
        }

        @Override
        public void wakeAt(long nanos) {
            wakeNanos = nanos;
        }
    };

    private BothHalves end(Protocol protocol) {
        return protocol.halves(new ProtocolSettings(CONNECTION, WINDOW, Numbers.ALL, 0, timeout), outside);
    }

    private static ByteBuffer message(int content) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(0, content);
    }

    private static void data(BothHalves end, int... numbers) {
        for (int number : numbers) {
            ByteBuffer packet = ByteBuffer.allocate(64);
            new Packet().write(packet, Packet.Type.DATA, CONNECTION, number, 0, WINDOW, message(number));
            end.arrived(packet, 0);
        }
    }

    private static void acknowledge(BothHalves end, int number, int next, long nowNanos) {
        ByteBuffer packet = ByteBuffer.allocate(64);
        new Packet().write(packet, Packet.Type.ACK, CONNECTION, number, next, WINDOW, ByteBuffer.allocate(0));
        end.arrived(packet, nowNanos);
    }

    @Test
    void nothingIsMeasuredOfAPacketThatWasSentAgain() {
        for (Protocol protocol : Protocol.values()) {
            learnt.clear();
            BothHalves end = end(protocol);
            end.send(message(0), 0);
            end.timeout(100);
            acknowledge(end, 0, 1, 130);

            assertThat(learnt).as(protocol.word()).containsExactly("expired", "progressed in 130");
            assertThat(end.allAcknowledged()).isTrue();
            assertThat(wakeNanos).isEqualTo(Line.NEVER);
        }
    }

    @Test
    void goBackNMeasuresTheNewestThatIsAcknowledgedAndStartsItsTimerAgain() {
        BothHalves end = end(Protocol.GO_BACK_N);
        end.send(message(0), 0);
        end.send(message(1), 10);
        end.send(message(2), 20);
        acknowledge(end, 1, 2, 50);

        assertThat(learnt).containsExactly("measured 40");
        assertThat(wakeNanos).isEqualTo(50 + TIMEOUT);
        assertThat(end.allAcknowledged()).isFalse();
    }

    @Test
    void selectiveRepeatBacksOffOnceForAllThatWereLostOfOneFlight() {
        BothHalves end = end(Protocol.SELECTIVE_REPEAT);
        end.send(message(0), 0);
        end.send(message(1), 0);
        end.timeout(100);

        assertThat(learnt).containsExactly("expired");
        assertThat(packets).isEqualTo(4);
        end.timeout(200);
        assertThat(learnt).containsExactly("expired", "expired");
    }

    @Test
    void selectiveRepeatIsIdleWhenTheOldestIsTheLastAcknowledged() {
        BothHalves end = end(Protocol.SELECTIVE_REPEAT);
        end.send(message(0), 0);
        end.send(message(1), 0);
        acknowledge(end, 1, 0, 20);
        assertThat(end.allAcknowledged()).isFalse();
        acknowledge(end, 0, 2, 30);

        assertThat(end.allAcknowledged()).isTrue();
        assertThat(wakeNanos).isEqualTo(Line.NEVER);
    }

    @Test
    void whatWasKeptIsDeliveredOnceHoweverOftenTheWindowComesRound() {
        BothHalves end = end(Protocol.SELECTIVE_REPEAT);
        data(end, 1, 2, 0, 5, 4, 3, 8, 7, 6, 9);

        assertThat(delivered).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void theOldestOfTheWindowBeforeIsAcknowledgedAgainByItsNumber() {
        BothHalves end = end(Protocol.SELECTIVE_REPEAT);
        data(end, 0, 1, 2, 3, 0);

        assertThat(sent.number()).isZero();
        assertThat(sent.next()).isEqualTo(4);
    }

    @Test
    void whatTheProgramHasNoRoomForIsNotKept() {
        BothHalves end = end(Protocol.SELECTIVE_REPEAT);
        room = 1;
        data(end, 1);
        assertThat(sent.number()).as("nothing came in order yet").isEqualTo(-1);
        data(end, 0);

        assertThat(delivered).containsExactly(0);
    }
}
