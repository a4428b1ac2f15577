package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.testkit.Property;

class FlightTest {
    @Test
    void givesTheNextDueFirstAndKeepsTheOrderOfThoseDueAtOnce() {
        Property.forAll(200, draw -> {
            Flight flight = new Flight();
            List<WirePacket> there = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                if (there.isEmpty() || draw.chance(0.6)) {
                    WirePacket packet = new WirePacket(ByteBuffer.allocate(0));
                    packet.dueNanos = Long.MAX_VALUE - 5 + draw.between(0, 20); // clocks wrap
                    flight.add(packet);
                    there.add(packet);
                } else {
                    there.sort(Comparator.<WirePacket>comparingLong(one -> one.dueNanos - Long.MAX_VALUE)
                            .thenComparingLong(one -> one.order));
                    WirePacket due = there.remove(0);
                    assertThat(flight.next()).isSameAs(due);
                    assertThat(flight.take()).isSameAs(due);
                }
                assertThat(flight.isEmpty()).isEqualTo(there.isEmpty());
            }
        });
    }
}
