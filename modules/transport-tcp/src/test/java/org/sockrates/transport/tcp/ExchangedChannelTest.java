package org.sockrates.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.when;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.MockedConstruction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.channel.ChannelOptions;
import org.sockrates.transport.channel.Patience;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Task;

/** What nobody sees of the channels that stand behind one socket, one after the other. */
@Timeout(30)
class ExchangedChannelTest {
    private final Bench bench = new Bench(new TcpTransport(), Family.AF_INET);

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theChoiceOfReuseOutlivesListenHoweverItWasTyped(boolean refusedBefore) throws Exception {
        TransportSocket on = bench.bound();
        on.option("so_reuseaddr", "1");
        TransportSocket off = bench.bound();
        off.option("SO_REUSEADDR", "on");
        off.option("so_reuseaddr", "0");
        for (TransportSocket socket : new TransportSocket[] {on, off}) {
            if (refusedBefore) {
                assertErrno(Errno.ECONNREFUSED, () -> socket.connect(bench.loopback(bench.freePort())));
                assertThat(socket.options()).containsEntry("SO_REUSEADDR", socket == on ? "on" : "off");
            }
            socket.listen(1);
            assertThat(socket.options()).containsEntry("SO_REUSEADDR", socket == on ? "on" : "off");
        }
    }

    /** Linux lets two sockets hold a port by the first, and by the second alone as BSD does; Windows has neither's like. */
    static List<SocketOption<Boolean>> waysToHoldAPort() {
        return List.of(
                StandardSocketOptions.SO_REUSEADDR,
                StandardSocketOptions.SO_REUSEPORT,
                StandardSocketOptions.SO_BROADCAST /* no stream has it */);
    }

    @ParameterizedTest
    @MethodSource("waysToHoldAPort")
    void whoListensStandsWhereItWasBoundWithTheOptionsItChose(SocketOption<Boolean> sharing) throws Exception {
        for (String chosen : List.of("0", "1")) {
            StreamChannels channels = new StreamChannels(Family.AF_INET, sharing);
            SocketChannel bound = bench.closing(channels.open());
            if (chosen.equals("1")) {
                channels.option(bound, "so_reuseport", chosen);
                channels.option(bound, "so_reuseaddr", chosen);
            }
            Map<String, String> before = ChannelOptions.all(bound);
            channels.bind(bound, bench.loopback(0));
            InetSocketAddress address = (InetSocketAddress) bound.getLocalAddress();
            ServerSocketChannel door = bench.closing(channels.listen(bound, 1));
            assertThat(bound.isOpen()).isFalse();
            assertThat(door.getLocalAddress()).isEqualTo(address);
            for (String option : List.of("SO_REUSEADDR", "SO_REUSEPORT")) {
                assertThat(ChannelOptions.all(door)).containsEntry(option, before.get(option));
            }
            bench.open().connect(address);
        }
    }

    /** Nor does one that the system would let share it with another that had chosen so, too. */
    @ParameterizedTest
    @ValueSource(strings = {"SO_REUSEADDR", "SO_REUSEPORT"})
    void nobodyElseGetsThePortOfASocketThatListens(String option) throws Exception {
        TransportSocket door = bench.listening();
        for (boolean chooses : new boolean[] {false, true}) {
            TransportSocket rival = bench.open();
            if (chooses) {
                rival.option(option, "on");
            }
            assertErrno(Errno.EADDRINUSE, () -> rival.bind(Bench.local(door)));
        }
    }

    @Test
    void aSocketThatListensHasOneDescriptorAsBefore() throws Exception {
        TransportSocket door = bench.bound();
        long before = openSockets();
        door.listen(1);
        assertThat(openSockets()).isEqualTo(before);
    }

    private static long openSockets() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(descriptors), "no /proc here");
        try (Stream<Path> entries = Files.list(descriptors)) {
            return entries.filter(entry -> {
                        try {
                            return Files.readSymbolicLink(entry).toString().startsWith("socket:");
                        } catch (IOException closedMeanwhile) {
                            return false;
                        }
                    })
                    .count();
        }
    }

    /** Linux gives a connection the listening socket's options when the handshake is done, not when it is accepted. */
    @Test
    void whoWaitsToBeAcceptedKeepsTheOptionsHeCameWith() throws Exception {
        TransportSocket door = bench.listening();
        bench.open().connect(Bench.local(door));
        door.option("SO_RCVBUF", "20000");
        assertThat(bench.accept(door).options().get("SO_RCVBUF"))
                .isNotEqualTo(door.options().get("SO_RCVBUF"));
    }

    /** Java would take it for 50. */
    @Test
    void aBacklogOfNoneLetsHardlyAnybodyWait() throws Exception {
        TransportSocket door = bench.bound();
        door.listen(0);
        int waiting = 0;
        while (waiting < 10 && isTaken(door)) {
            waiting++;
        }
        assertThat(waiting).isBetween(1, 3);
    }

    private boolean isTaken(TransportSocket door) throws IOException {
        TransportSocket one = bench.open();
        one.waiting(Waiting.atMost(Duration.ofMillis(200)));
        try {
            one.connect(Bench.local(door));
            return true;
        } catch (SocketCallException noAnswer) {
            assertThat(noAnswer.errno()).isEqualTo(Errno.ETIMEDOUT);
            return false;
        }
    }

    @Test
    void whoIsRefusedWhereNoOtherChannelIsToBeHadIsClosed() throws Exception {
        int nobody = bench.freePort();
        try (MockedConstruction<StreamChannels> none = mockConstruction(StreamChannels.class, (made, context) -> {
            when(made.open()).thenReturn(SocketChannel.open());
            when(made.replace(any(), any())).thenThrow(new IOException(Errno.EMFILE.text()));
        })) {
            TransportSocket socket = bench.closing(new TcpTransport().open(Family.AF_INET));
            assertThatThrownBy(() -> socket.connect(bench.loopback(nobody)))
                    .hasMessage("connect: Connection refused; no other could take its place: Too many open files");
            assertThat(none.constructed()).hasSize(1);
            assertThat(socket.phase()).isEqualTo(Phase.CLOSED);
            assertErrno(Errno.EBADF, () -> socket.send(ByteBuffer.allocate(1)));
            assertErrno(Errno.EBADF, () -> socket.bind(bench.loopback(0)));
            assertErrno(Errno.EBADF, () -> socket.connect(bench.loopback(nobody)));
        }
    }

    @Test
    void theOtherChannelWaitsAsTheFirstDid() throws Exception {
        int nobody = bench.freePort();
        SocketChannel other = bench.closing(SocketChannel.open());
        other.configureBlocking(false);
        try (MockedConstruction<StreamChannels> known = mockConstruction(StreamChannels.class, (made, context) -> {
            when(made.open()).thenReturn(SocketChannel.open());
            when(made.replace(any(), any())).thenReturn(other);
            when(made.bindAgain(other)).thenReturn("");
        })) {
            TransportSocket socket = new TcpTransport().open(Family.AF_INET);
            assertThat(known.constructed()).hasSize(1);
            socket.waiting(Waiting.unlimited());
            assertErrno(Errno.ECONNREFUSED, () -> socket.connect(bench.loopback(nobody)));
            assertThat(other.isBlocking()).isTrue();
        }
    }

    @Test
    void whoseConnectAnInterruptionEndsMayTryAgain() throws Exception {
        TransportSocket door = bench.listening();
        TransportSocket socket = bench.bound();
        socket.waiting(Waiting.unlimited());
        Task<Boolean> connect = bench.start(() -> {
            Thread.currentThread().interrupt();
            assertErrno(Errno.EINTR, () -> socket.connect(Bench.local(door)));
            return Thread.interrupted();
        });
        assertThat(connect.result()).as("still interrupted").isTrue();
        socket.connect(Bench.local(door));
        assertThat(socket.phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void anotherChannelThatCannotHaveTheOptionsIsClosed() throws Exception {
        StreamChannels channels = new StreamChannels(Family.AF_INET);
        channels.option(bench.closing(DatagramChannel.open()), "SO_BROADCAST", "on"); // which no stream has
        SocketChannel old = channels.open();
        long before = openSockets();
        assertErrno(Errno.ENOPROTOOPT, () -> channels.replace(old, new Patience(SystemClock.INSTANCE)));
        assertThat(openSockets()).isEqualTo(before - 1);
    }

    @Test
    void aPeerThatCannotHaveTheOptionsIsSentHome() throws Exception {
        StreamChannels channels = new StreamChannels(Family.AF_INET);
        channels.option(bench.closing(DatagramChannel.open()), "SO_BROADCAST", "on"); // which no stream has
        ServerSocketChannel door = bench.closing(ServerSocketChannel.open());
        door.bind(bench.loopback(0));
        TransportSocket near = bench.open();
        near.connect((InetSocketAddress) door.getLocalAddress());
        SocketChannel peer = door.accept();
        assertErrno(Errno.ENOPROTOOPT, () -> channels.accepted(door, peer));
        assertThat(Bench.receive(near)).isEqualTo("END");
    }

    @Test
    void whoWasToldNoWayOfWaitingIsWokenToo() throws Exception {
        try (TransportSocket door = bench.listening();
                TransportSocket near = new TcpTransport().open(Family.AF_INET)) {
            near.connect(Bench.local(door));
            try (TransportSocket far = door.accept()) {
                assertIsWoken(near);
                assertIsWoken(far);
            }
        }
    }

    private static void assertIsWoken(TransportSocket socket) {
        Task<Integer> receive =
                Task.start(() -> socket.receive(ByteBuffer.allocate(1))).awaitBlocked();
        Bench.until(() -> {
            socket.wake();
            return receive.done();
        });
        assertErrno(Errno.EINTR, receive::result);
    }

    @Test
    void whoIsClosedMayBeAborted() throws Exception {
        TransportSocket near = bench.pair().near();
        near.close();
        near.abort();
        assertThat(near.phase()).isEqualTo(Phase.CLOSED);
    }
}
