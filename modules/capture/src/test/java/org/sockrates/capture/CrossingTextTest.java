package org.sockrates.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.PacketTalk.Crossing;
import org.sockrates.capture.packet.Datagram;
import org.sockrates.capture.packet.Flow;

final class CrossingTextTest {
    private static final Flow FLOW =
            new Flow(new InetSocketAddress("10.77.0.1", 9), new InetSocketAddress("10.77.0.2", 10));

    @Test
    void aDatagramIsSaidToBeThereOnlyWhereAllOfItIs() {
        assertThat(text(new Datagram(FLOW, 1_472, 1_500))).isEqualTo("1472 bytes");
        assertThat(text(new Datagram(FLOW, 0, 48))).isEqualTo("0 bytes");
        assertThat(text(new Datagram(FLOW, 4_000, 1_500))).isEqualTo("first fragment of 4000 bytes");
    }

    private static String text(Datagram datagram) {
        Crossing crossing = new Crossing(true, SeenPacket.once(1, 0, datagram), Optional.empty());
        return CrossingText.label(crossing).whole().get(0);
    }
}
