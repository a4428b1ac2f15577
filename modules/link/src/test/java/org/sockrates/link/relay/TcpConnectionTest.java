package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcpConnectionTest {
    /** No system lets TCP connect to everybody: its refusal comes at once, and not later as a target's may. */
    @Test
    void whatTheSystemRefusesAtOnceBecomesAReset() throws Exception {
        InetSocketAddress everybody = new InetSocketAddress("255.255.255.255", 9);
        try (TcpStage stage = new TcpStage()) {
            TcpRelay relay = stage.relay(RelaySettings.of("tcp", TcpStage.loopback(0), everybody), "");
            assertThatThrownBy(() -> stage.connect(relay).getInputStream().read())
                    .as("the reset may come before connect has returned")
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            assertThat(relay.endings().refusals())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.target()).isEqualTo(everybody));
        }
    }
}
