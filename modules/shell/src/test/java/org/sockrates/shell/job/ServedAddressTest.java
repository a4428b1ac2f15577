package org.sockrates.shell.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.transport.tcp.TcpTransport;

class ServedAddressTest {
    private static ServedAddress at(String host) {
        return new ServedAddress("tcp", new TcpTransport().traits(), new InetSocketAddress(host, 80), 50);
    }

    @ParameterizedTest
    @CsvSource({
        "TCP, 127.0.0.1, 80, true",
        "UDP, 127.0.0.1, 80, false",
        "TCP, 127.0.0.2, 80, false",
        "TCP, 127.0.0.1, 81, false"
    })
    void isAtItsProtocolAddressAndPort(KernelProtocol protocol, String host, int port, boolean there) {
        assertThat(at("127.0.0.1").isAt(protocol, new InetSocketAddress(host, port)))
                .isEqualTo(there);
    }

    @Test
    void ipv4sEveryAddressIsNoneOfIpv6() {
        InetSocketAddress six = new InetSocketAddress("::1", 80);
        assertThat(at("0.0.0.0").isAt(KernelProtocol.TCP, six)).isFalse();
        assertThat(at("0.0.0.0").isAt(KernelProtocol.TCP, new InetSocketAddress("::", 80)))
                .isFalse();
        assertThat(at("::").isAt(KernelProtocol.TCP, six)).isTrue();
        assertThat(at("::").isAt(KernelProtocol.TCP, new InetSocketAddress("127.0.0.1", 80)))
                .isTrue();
    }

    @Test
    void whoServesEverywhereIsAtEveryAddress() {
        assertThat(at("0.0.0.0").isAt(KernelProtocol.TCP, new InetSocketAddress("127.0.0.2", 80)))
                .isTrue();
        assertThat(at("0.0.0.0").isAt(KernelProtocol.TCP, new InetSocketAddress("127.0.0.2", 81)))
                .isFalse();
    }
}
