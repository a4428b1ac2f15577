package org.sockrates.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockrates.transport.Transport;

class TransportsTest {
    @Test
    void tcpAndUdpAreFoundInOrder() {
        assertThat(Transports.found()).extracting(Transport::name).containsExactly("tcp", "udp");
    }
}
