package org.sockrates.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sockrates.link.relay.RelaySettings;

/** From another package: whoever puts up a relay names the limits that are not the usual ones. */
class RelayLimitsTest {
    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Test
    void eachIsSetByItself() {
        RelaySettings settings = RelaySettings.of("udp", at(1000), at(2000))
                .withMostPeers(3)
                .withMostStreamBytes(4)
                .withMostLogged(5)
                .withIdleLimit(Duration.ofSeconds(6));

        assertThat(settings).isEqualTo(new RelaySettings("udp", at(1000), at(2000), 3, 4, 5, Duration.ofSeconds(6)));
    }
}
