package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.link.Hop;
import org.sockrates.transport.Errno;

/** Which clients a relay did not get to its server. */
class RefusalTest {
    private final Endings endings = new Endings(RelaySettings.of("tcp", TcpStage.loopback(1), TcpStage.loopback(2)));

    private static Refusal of(int client, long nanos) {
        return new Refusal(
                nanos, TcpStage.loopback(client), TcpStage.loopback(1), TcpStage.loopback(2), Errno.ECONNREFUSED);
    }

    @Test
    void aClientThatComesAgainIsAnotherConnection() {
        endings.add(of(7, 1));
        endings.add(of(8, 2));
        endings.add(of(7, 3));
        assertThat(endings.refusals()).containsExactly(of(8, 2), of(7, 3));
        endings.served(new Hop(TcpStage.loopback(7), TcpStage.loopback(1), TcpStage.loopback(3), TcpStage.loopback(2)));
        assertThat(endings.refusals()).isEqualTo(List.of(of(8, 2)));
    }

    @Test
    void whoIsServedAtLastIsRefusedNoMore() throws Exception {
        try (TcpStage stage = new TcpStage()) {
            TcpRelay relay = stage.relay("");
            stage.server().close();
            int port;
            try (Socket client = new Socket()) {
                client.bind(TcpStage.loopback(0));
                port = client.getLocalPort();
                client.setSoTimeout(5000);
                assertThatThrownBy(() -> {
                            client.connect(relay.listen(), 5000);
                            client.getInputStream().read();
                        })
                        .isInstanceOf(SocketException.class);
            }
            assertThat(relay.endings().refusals()).hasSize(1);
            InetSocketAddress target = relay.target();
            try (ServerSocket server = new ServerSocket(target.getPort(), 50, target.getAddress());
                    Socket client = new Socket()) {
                client.bind(TcpStage.loopback(port));
                client.connect(relay.listen(), 5000);
                await().until(() -> relay.endings().refusals().isEmpty());
                server.setSoTimeout(5000);
                server.accept().close();
            }
        }
    }

    @Test
    void theOldestAreForgotten() {
        for (int i = 1; i <= 100; i++) {
            endings.add(of(i, i));
        }
        assertThat(endings.refusals()).hasSize(64).startsWith(of(37, 37)).endsWith(of(100, 100));
    }
}
