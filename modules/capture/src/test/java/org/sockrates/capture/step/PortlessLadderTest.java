package org.sockrates.capture.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.traffic.SeenPacket;
import org.sockrates.capture.traffic.SeenTraffic;

/** Behind a mirror both ends are one host's, and what has no port is told apart by nothing else. */
final class PortlessLadderTest {
    private static final String HERE = "10.77.0.1";
    private static final String THERE = "10.77.0.2";

    @Test
    void whatComesBackPointsBackAndEachEndHasItsAddress() throws UnknownHostException {
        assertThat(drawn(echo(HERE, THERE, 8), echo(THERE, HERE, 0)))
                .satisfiesExactly(
                        heads -> assertThat(heads).matches(" *10\\.77\\.0\\.1 +10\\.77\\.0\\.2 *"),
                        there -> assertThat(there).contains("ICMP echo request", "▶│"),
                        back -> assertThat(back).contains("ICMP echo reply", "│◀"));
    }

    @Test
    void itPointsBackFromTheOtherEndToo() throws UnknownHostException {
        assertThat(drawn(echo(THERE, HERE, 8), echo(HERE, THERE, 0)))
                .satisfiesExactly(
                        heads -> assertThat(heads).matches(" *10\\.77\\.0\\.2 +10\\.77\\.0\\.1 *"),
                        there -> assertThat(there).contains("ICMP echo request", "▶│"),
                        back -> assertThat(back).contains("ICMP echo reply", "│◀"));
    }

    private static ByteBuffer echo(String from, String to, int type) {
        return Crafted.from(from, 0, to, 0).icmp(type, 0, new byte[8]);
    }

    private static List<String> drawn(ByteBuffer first, ByteBuffer second) throws UnknownHostException {
        List<SeenPacket> packets = List.of(
                SeenPacket.once(1, 0, Crafted.decoded(first)), SeenPacket.once(2, 1_000_000, Crafted.decoded(second)));
        SeenTraffic traffic =
                new SeenTraffic(packets, Map.of(InetAddress.getByName(THERE), InetAddress.getByName(HERE)));
        List<String> drawn = Drawn.all(List.of(), traffic);
        assertThat(drawn).hasSize(1);
        return drawn.get(0).lines().toList();
    }
}
