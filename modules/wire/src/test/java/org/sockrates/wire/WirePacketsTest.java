package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WirePacketsTest {
    @Test
    void usesAPacketAgainAndHoldsNoMoreThanItMay() {
        WirePackets packets = new WirePackets(70_000);
        WirePacket large = packets.take(3000);
        assertThat(large.buffer.capacity()).isGreaterThanOrEqualTo(65_535);
        assertThat(packets.take(65_535)).isNull();
        WirePacket small = packets.take(2048);
        assertThat(small).isNotNull();
        packets.giveBack(large);
        assertThat(packets.take(60_000)).isSameAs(large);
        packets.giveBack(small);
        assertThat(packets.take(0)).isSameAs(small);
    }
}
