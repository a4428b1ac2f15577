package org.sockrates.shell.roles;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Origin;
import org.sockrates.transport.Call;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.Observation;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.testkit.Task;

@Execution(ExecutionMode.CONCURRENT)
class AskingTest {
    @Test
    void aConnectionLostBeforeTheLastWordWasLostByAReset() {
        try (Typing typing = Typing.of(List.of(new Asked(new ResetClient())), new LoopbackPath())) {
            assertThat(typing.type("client tcp 9 hello").lines())
                    .last()
                    .asString()
                    .endsWith("ECONNRESET (Connection reset by peer)");
        }
    }

    /** On a terminal a wait of half a minute looks like a shell that hangs. */
    @Test
    void whoWaitsLongForAConnectionIsToldMeanwhile() throws Exception {
        try (Typing typing = new Typing();
                ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            typing.opens("busy", "server 0 --echo --quiet");
            typing.all("socket --as idle", "connect idle {busy}").ends(0);
            assertThat(typing.type("client {busy} hello --timeout 4s").lines())
                    .startsWith("  1 connection waits there for accept: its server is busy with another, or does")
                    .noneMatch(line -> line.contains("it waits for"));
            Task<Shown> asking =
                    Task.start(() -> typing.type("client " + mute.getLocalPort() + " hello --timeout 20s"));
            try (Socket taken = mute.accept()) {
                assertThat(taken.isConnected()).isTrue();
                await().until(() -> typing.news()
                        .contains("  it waits for the server to end the stream, 20s at most where nothing comes;"));
            }
            assertThat(asking.result().lines()).hasSize(3);
        }
    }

    @Test
    void whoStillSendsIsToldHowMuchHasGone() throws Exception {
        try (Typing typing = new Typing();
                ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Task<Shown> asking =
                    Task.start(() -> typing.type("client " + mute.getLocalPort() + " #16000000 --timeout 20s"));
            try (Socket taken = mute.accept()) {
                assertThat(taken.isConnected()).isTrue();
                await().until(() -> typing.news().stream()
                        .anyMatch(line -> line.matches(
                                "  it still sends: [1-9][0-9]+ of 16000000 bytes are handed over; Ctrl-C ends it")));
            }
            asking.result().ends(4);
        }
    }

    /** More than the buffers of both ends hold: who sends all of it before he receives waits for ever, and so does the server. */
    @Test
    void aServerMayAnswerBeforeItHasAll() throws Exception {
        try (Typing typing = new Typing();
                ServerSocket echo = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Task<Long> answering = Task.start(() -> {
                try (Socket peer = echo.accept()) {
                    return peer.getInputStream().transferTo(peer.getOutputStream());
                }
            });
            assertThat(typing.type("client " + echo.getLocalPort() + " #16000000 --timeout 5s")
                            .ends(0)
                            .lines())
                    .startsWith("sent      16000000 bytes to 127.0.0.1:" + echo.getLocalPort())
                    .anyMatch(line -> line.startsWith("received  16000000 bytes, as sent: "));
            assertThat(answering.result()).isEqualTo(16_000_000);
        }
    }

    /** What a server that never ends does not read was not sent. */
    @Test
    void whoHasEnoughBeforeAllIsSentSaysHowMuchWas() throws Exception {
        try (Typing typing = new Typing();
                ServerSocket flood = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Task<Integer> talking = Task.start(() -> {
                try (Socket peer = flood.accept()) {
                    for (int written = 0; ; written += 65_536) {
                        peer.getOutputStream().write(new byte[65_536]);
                    }
                } catch (IOException closed) {
                    return 0;
                }
            });
            assertThat(typing.type("client " + flood.getLocalPort() + " #16000000 --timeout 5s")
                            .ends(0)
                            .lines())
                    .anyMatch(line -> line.matches("sent      [0-9]+ of 16000000 bytes to .*"))
                    .anyMatch(line -> line.endsWith(" ms: enough: 17048576 bytes"));
            assertThat(talking.result()).isZero();
        }
    }

    /** "Too large", says a server, and closes what it has not read. */
    @Test
    void anAnswerThatCameBeforeTheRequestCouldNotGoOnIsShown() throws Exception {
        try (Typing typing = new Typing();
                ServerSocket picky = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Task<Socket> taking = Task.start(picky::accept);
            Task<Shown> asking =
                    Task.start(() -> typing.type("client " + picky.getLocalPort() + " #16000000 --timeout 5s"));
            try (Socket peer = taking.result()) {
                peer.getOutputStream().write("too large".getBytes(US_ASCII));
                peer.shutdownOutput();
            }
            Shown shown = asking.result().ends(4);
            assertThat(shown.lines().get(0)).matches("sent      [0-9]+ of 16000000 bytes to .*");
            assertThat(shown.lines()).contains("received  9 bytes: \"too large\"");
            assertThat(shown.lines()).last().asString().contains("; send: E");
        }
    }

    /** What has come by then is shown, and how far the request was. */
    @Test
    void whoEndsItInTheMiddleOfARequestIsToldOfNoFailure() throws Exception {
        HalfSaid client = new HalfSaid();
        try (Typing typing = Typing.of(List.of(new Asked(client)), new LoopbackPath())) {
            typing.type("client tcp 9 #100000 &", Origin.LAB).ends(0);
            assertThat(client.heard.await(10, TimeUnit.SECONDS)).isTrue();
            typing.session().jobs().all().get(0).cancel();
            Shown shown = typing.type("wait 1", Origin.LAB).ends(130);
            assertThat(shown.lines())
                    .contains("sent      1000 of 100000 bytes to 127.0.0.1:9", "received  3 bytes: \"one\"");
            assertThat(shown.lines()).last().asString().doesNotContain("send:");
        }
    }

    /** There Ctrl-C ends something else. */
    @Test
    void whoWaitsBesideThePromptIsToldNothingOfCtrlC() throws Exception {
        try (Typing typing = new Typing();
                ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Task<Socket> taking = Task.start(mute::accept);
            typing.type("client " + mute.getLocalPort() + " hello --timeout 2s &")
                    .ends(0);
            typing.hears(".*: nothing more within 2s");
            taking.result().close();
            assertThat(typing.news()).noneMatch(line -> line.contains("Ctrl-C") || line.contains("it waits for"));
        }
    }

    /** TCP, with a client of a test's own. */
    private record Asked(Client client) implements Transport {
        private static final Transport TCP = new TcpTransport();

        @Override
        public String name() {
            return TCP.name();
        }

        @Override
        public Traits traits() {
            return TCP.traits();
        }

        @Override
        public TransportSocket open(Family family) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Server server(ServerSettings settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Client client(ClientSettings settings) {
            return client;
        }

        @Override
        public Transport observed(Observation observation) {
            return this;
        }
    }

    /** Its connection is over as soon as it was made. */
    private static final class ResetClient implements Client {
        @Override
        public void open() {}

        @Override
        public void send(ByteBuffer request) {}

        @Override
        public void finish() throws SocketCallException {
            throw new SocketCallException(Call.SHUTDOWN, Errno.ENOTCONN);
        }

        @Override
        public int receive(ByteBuffer into) throws SocketCallException {
            throw new SocketCallException(Call.RECV, Errno.ECONNRESET);
        }

        @Override
        public void close() {}
    }

    /** Hears a word while it sends, and no more before it is closed. */
    private static final class HalfSaid implements Client {
        private final CountDownLatch heard = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);
        private boolean said;

        @Override
        public void open() {}

        @Override
        public void send(ByteBuffer request) throws SocketCallException {
            request.position(1000);
            throw whenClosed(Call.SEND);
        }

        @Override
        public void finish() {}

        @Override
        public int receive(ByteBuffer into) throws SocketCallException {
            if (said) {
                heard.countDown();
                throw whenClosed(Call.RECV);
            }
            said = true;
            into.put("one".getBytes(US_ASCII));
            return 3;
        }

        private SocketCallException whenClosed(Call call) {
            try {
                assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
            return new SocketCallException(call, Errno.EBADF);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
