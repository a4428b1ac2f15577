package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    void whatNobodyUsesMakesRoomForTheOtherSize() {
        WirePackets packets = new WirePackets(70_000);
        WirePacket large = packets.take(9000);
        packets.giveBack(large);
        List<WirePacket> small =
                IntStream.range(0, 34).mapToObj(i -> packets.take(1500)).toList();
        assertThat(small).doesNotContainNull();
        assertThat(packets.take(1500)).as("more than it may hold").isNull();
        assertThat(packets.take(9000)).as("all are in use").isNull();
        small.subList(0, 31).forEach(packets::giveBack);
        assertThat(packets.take(9000)).as("too few are free").isNull();
        assertThat(packets.take(1500)).as("and none is let go for that").isIn(small);
        packets.giveBack(small.get(30));
        small.subList(31, 34).forEach(packets::giveBack);
        assertThat(packets.take(9000)).isNotNull();
        assertThat(IntStream.range(0, 2).mapToObj(i -> packets.take(1500)).toList())
                .doesNotContainNull();
        assertThat(packets.take(1500)).isNull();
    }
}
