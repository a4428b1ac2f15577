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
import org.sockrates.transport.Errno;

class RefusalsTest {
    private final Refusals refusals = new Refusals();

    private static Refusal of(int client, long nanos) {
        return new Refusal(
                nanos, TcpStage.loopback(client), TcpStage.loopback(1), TcpStage.loopback(2), Errno.ECONNREFUSED);
    }

    @Test
    void aClientThatComesAgainIsAnotherConnection() {
        refusals.add(of(7, 1));
        refusals.add(of(8, 2));
        refusals.add(of(7, 3));
        assertThat(refusals.all()).containsExactly(of(8, 2), of(7, 3));
        refusals.served(TcpStage.loopback(7));
        assertThat(refusals.all()).isEqualTo(List.of(of(8, 2)));
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
            refusals.add(of(i, i));
        }
        assertThat(refusals.all()).hasSize(64).startsWith(of(37, 37)).endsWith(of(100, 100));
    }
}
