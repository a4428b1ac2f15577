package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.fault.FaultSpec;
import org.sockrates.transport.Family;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.testkit.Leaks;
import org.sockrates.transport.text.HostText;

/**
 * A server, a relay before it, and clients: plain sockets of Java, each with a limit; at the end all are closed, and
 * nothing is left.
 */
final class TcpStage implements AutoCloseable {
    private static final int LIMIT_MILLIS = 5000;

    private final Leaks leaks = Leaks.before();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final ServerSocket server;

    TcpStage() {
        try {
            server = keep(new ServerSocket(0, 50, HostText.loopback(Family.AF_INET)));
            server.setSoTimeout(LIMIT_MILLIS);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private <T extends AutoCloseable> T keep(T one) {
        open.add(0, one);
        return one;
    }

    static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(HostText.loopback(Family.AF_INET), port);
    }

    ServerSocket server() {
        return server;
    }

    RelaySettings settings() {
        return RelaySettings.of("tcp", loopback(0), loopback(server.getLocalPort()));
    }

    TcpRelay relay(String link) throws IOException {
        return relay(settings(), link);
    }

    TcpRelay relay(RelaySettings settings, String link) throws IOException {
        return keep(new TcpRelay(settings, LinkSpec.parse(link), SystemClock.INSTANCE));
    }

    TcpRelay faulty(String faults) throws IOException {
        TcpRelay relay = relay("");
        relay.use(FaultSpec.parse(faults, FaultSpec.USUAL_SEED));
        return relay;
    }

    Socket connect(Relay relay) throws IOException {
        Socket client = keep(new Socket());
        client.connect(relay.listen(), LIMIT_MILLIS);
        client.setSoTimeout(LIMIT_MILLIS);
        return client;
    }

    Socket accept() throws IOException {
        Socket accepted = keep(server.accept());
        accepted.setSoTimeout(LIMIT_MILLIS);
        return accepted;
    }

    static void send(Socket from, String text) throws IOException {
        from.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads so many bytes, or fewer if the stream ends. */
    static String read(Socket at, int bytes) throws IOException {
        return new String(at.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }

    /** Reads once: what one call gives. */
    static String readOnce(Socket at) throws IOException {
        byte[] bytes = new byte[65_536];
        int count = at.getInputStream().read(bytes);
        return new String(bytes, 0, Math.max(0, count), StandardCharsets.UTF_8);
    }

    static void assertReset(Socket at) {
        assertThatThrownBy(() -> at.getInputStream().read())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        leaks.check();
    }
}
