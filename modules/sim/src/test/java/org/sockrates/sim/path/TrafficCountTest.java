package org.sockrates.sim.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.link.Traffic;
import org.sockrates.sim.tcp.ModelSettings;
import org.sockrates.sim.tcp.TcpModel;
import org.sockrates.transport.rdt.Line;

final class TrafficCountTest {
    private static final int OFFSET_AT = 32;

    private final TrafficCount count = TrafficCount.ofSegments();

    /** As the model sends it: 44 bytes, of which none is payload. */
    private static ByteBuffer syn() {
        List<ByteBuffer> sent = new ArrayList<>();
        Line line = new Line() {
            @Override
            public void transmit(ByteBuffer packet) {
                sent.add(ByteBuffer.allocate(packet.remaining()).put(packet).flip());
            }

            @Override
            public void wakeAt(long nanos) {
                // nobody is woken
            }
        };
        new TcpModel(ModelSettings.USUAL, line).open(0);
        return sent.get(0);
    }

    @Test
    void theSameSegmentAgainIsARetransmission() {
        ByteBuffer syn = syn();
        count.add(syn, 1, 2);
        count.add(syn, 1, 2);
        count.add(syn, 1, 3);

        assertThat(count.sum()).isEqualTo(new Traffic.OneWay(3, 3, 1, 3L * syn.remaining(), 0, 0));
    }

    @Test
    void nothingIsReadFromOneThatIsHarmed() {
        ByteBuffer syn = syn();
        count.add(syn, 1, 2);
        syn.put(OFFSET_AT, (byte) 0x50);
        count.add(syn, 1, 2);

        assertThat(count.sum()).isEqualTo(new Traffic.OneWay(2, 1, 0, 2L * syn.remaining(), 0, 0));
    }
}
