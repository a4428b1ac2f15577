package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PingTallyTest {
    @Test
    void theMedianOfTwoRoundTripsLiesBetweenThem() {
        PingTally tally = new PingTally("udp", new InetSocketAddress("127.0.0.1", 7));
        for (int millis : new int[] {3, 1}) {
            tally.sent();
            tally.received(millis * 1_000_000L);
        }
        assertThat(tally.reply(false, "", Optional.empty()).lines())
                .contains("round trip min/median/p99/max 1.00/2.00/3.00/3.00 ms, n=2");
    }
}
