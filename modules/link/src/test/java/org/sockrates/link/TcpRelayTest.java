package org.sockrates.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.Family;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.HostText;

@Timeout(30)
class TcpRelayTest {
    private final List<AutoCloseable> open = new ArrayList<>();
    private ServerSocket server;

    @BeforeEach
    void serverIsThere() throws IOException {
        server = new ServerSocket(0, 50, HostText.loopback(Family.AF_INET));
        server.setSoTimeout(5000);
        open.add(server);
    }

    @AfterEach
    void everythingIsClosed() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("sockrates-"));
    }

    private TcpRelay relay(String link) throws IOException {
        TcpRelay relay = new TcpRelay(
                RelaySettings.of(loopback(0), loopback(server.getLocalPort())),
                LinkSpec.parse(link),
                SystemClock.INSTANCE);
        open.add(0, relay);
        return relay;
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(HostText.loopback(Family.AF_INET), port);
    }

    private Socket connect(TcpRelay relay) throws IOException {
        Socket client = new Socket();
        open.add(client);
        client.connect(relay.listen(), 5000);
        client.setSoTimeout(5000);
        return client;
    }

    private Socket accept() throws IOException {
        Socket accepted = server.accept();
        accepted.setSoTimeout(5000);
        open.add(accepted);
        return accepted;
    }

    private static void send(Socket from, String text) throws IOException {
        from.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Socket at, int bytes) throws IOException {
        return new String(at.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }

    @Test
    void carriesBytesBothWays() throws IOException {
        TcpRelay relay = relay("");
        Socket client = connect(relay);
        Socket served = accept();
        send(client, "hello");
        assertThat(read(served, 5)).isEqualTo("hello");
        send(served, "hi");
        assertThat(read(client, 2)).isEqualTo("hi");
    }

    @Test
    void halfClosePassesThrough() throws IOException {
        TcpRelay relay = relay("");
        Socket client = connect(relay);
        Socket served = accept();
        send(client, "question");
        client.shutdownOutput();
        assertThat(read(served, 100)).isEqualTo("question");
        send(served, "answer");
        served.close();
        assertThat(read(client, 100)).isEqualTo("answer");
    }

    @Test
    void aResetPassesThrough() throws IOException {
        TcpRelay relay = relay("");
        Socket client = connect(relay);
        Socket served = accept();
        send(client, "x");
        assertThat(read(served, 1)).isEqualTo("x");
        client.setSoLinger(true, 0);
        client.close();
        assertThatThrownBy(() -> served.getInputStream().read())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void aRefusedConnectionBecomesAReset() throws IOException {
        TcpRelay relay = relay("");
        server.close();
        assertThatThrownBy(() -> connect(relay).getInputStream().read())
                .as("the reset may come before connect has returned")
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    @Test
    void delaysAStream() throws IOException {
        TcpRelay relay = relay("delay 30ms");
        Socket client = connect(relay);
        Socket served = accept();
        long start = System.nanoTime();
        send(client, "late");
        assertThat(read(served, 4)).isEqualTo("late");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(30), Duration.ofSeconds(2));
    }

    @Test
    void carriesManyBytesUnchanged() throws Exception {
        TcpRelay relay = relay("");
        Socket client = connect(relay);
        Socket served = accept();
        byte[] bytes = new byte[8 << 20];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 8));
        }
        Thread sender = new Thread(() -> {
            try {
                client.getOutputStream().write(bytes);
                client.shutdownOutput();
            } catch (IOException ends) {
                // the reader will miss the bytes
            }
        });
        sender.start();
        InputStream in = served.getInputStream();
        assertThat(in.readAllBytes()).isEqualTo(bytes);
        sender.join(5000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"loss 5%", "drop 3", "duplicate 1%", "delay 5ms reorder 5%", "corrupt 1%", "upstream loss 1%"})
    void refusesWhatWouldCorruptAStream(String link) {
        assertThatThrownBy(() -> relay(link))
                .isInstanceOf(UsageException.class)
                .hasMessageMatching("link: \\w+ on tcp over relay: not possible in user space, a dropped chunk is"
                        + " corruption; use --path wire or --path sim");
    }
}
