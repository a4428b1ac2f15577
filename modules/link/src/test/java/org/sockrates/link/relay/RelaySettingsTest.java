package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.UsageException;

class RelaySettingsTest {
    private static final InetSocketAddress HERE = TcpStage.loopback(1000);
    private static final InetSocketAddress THERE = new InetSocketAddress("192.0.2.1", 2000);

    @Test
    void standsOnThisMachineOnly() {
        assertThatThrownBy(() -> RelaySettings.of("udp", THERE, HERE))
                .isInstanceOf(UsageException.class)
                .hasMessage("relay: \"192.0.2.1:2000\" (expected: an address of this machine only: 127.0.0.1)");
        assertThat(RelaySettings.of("udp", HERE, THERE).target()).isEqualTo(THERE);
    }

    @Test
    void refusesNamesThatWereNotLookedUp() {
        InetSocketAddress name = InetSocketAddress.createUnresolved("example.org", 80);
        assertThatThrownBy(() -> RelaySettings.of("udp", HERE, name)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> RelaySettings.of("udp", name, HERE)).isInstanceOf(UsageException.class);
    }

    @Test
    void takesTheWildcardForThisMachineAsTheSystemDoes() {
        InetSocketAddress everywhere = new InetSocketAddress("0.0.0.0", 2000);
        assertThat(RelaySettings.of("udp", HERE, everywhere).target()).isEqualTo(TcpStage.loopback(2000));
    }

    @Test
    void isNotItsOwnTarget() {
        assertThatThrownBy(() -> RelaySettings.of("udp", HERE, HERE))
                .hasMessage("relay: \"127.0.0.1:1000\" (expected: another address than its own)");
    }

    @Test
    void nobodyIsReachedAtPortZero() {
        assertThatThrownBy(() -> RelaySettings.of("udp", TcpStage.loopback(0), TcpStage.loopback(0)))
                .isInstanceOf(UsageException.class)
                .hasMessage("relay: \"127.0.0.1:0\" (expected: a target with a port from 1 to 65535)");
    }

    @Test
    void zeroIsNoLimit() {
        RelaySettings settings = RelaySettings.of("udp", HERE, THERE);
        assertThatThrownBy(() -> settings.withMostPeers(0)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> settings.withMostStreamBytes(0)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> settings.withMostLogged(0)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> settings.withIdleLimit(Duration.ZERO)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> settings.withIdleLimit(Duration.ofSeconds(-1))).isInstanceOf(UsageException.class);
    }
}
