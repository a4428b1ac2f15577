package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.link.LinkControl;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Transport;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.service.EchoService;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

@Timeout(30)
class PathTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private final Transport tcp = new TcpTransport();
    private final Transport udp = new UdpTransport();

    /** A thread whose result is there already may still be on its way out. */
    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("sockrates-")) {
                thread.join(LIMIT.toMillis());
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void loopbackConnectsToTheServerItself() throws IOException {
        try (Passage passage = new LoopbackPath().open(tcp.traits(), LinkSpec.NONE)) {
            InetSocketAddress server = TcpStage.loopback(9);
            assertThat(passage.towards(server)).isEqualTo(server);
            assertThat(passage.serveOn()).isEqualTo(TcpStage.loopback(0));
            assertThat(passage.through(tcp)).isSameAs(tcp);
            assertThat(echo(passage, tcp)).isEqualTo("hello");
            assertThat(passage.report()).isEqualTo(LinkReport.NONE);
        }
    }

    @Test
    void relayStandsBetweenForBothTransports() throws IOException {
        for (Transport transport : new Transport[] {tcp, udp}) {
            try (Passage passage = new RelayPath().open(transport.traits(), LinkSpec.parse("delay 5ms"))) {
                long start = passage.clock().nanoTime();
                assertThat(echo(passage, transport)).isEqualTo("hello");
                assertThat(passage.clock().nanoTime() - start).isGreaterThan(10_000_000);
                assertThat(passage.report().inBytes()).isEqualTo(10);
                assertThat(passage.report().byRule()).containsEntry("delay", 2L);
            }
        }
    }

    @Test
    void whatWasSeenOverARelayThatDiedCountsForNothing() throws IOException {
        Transport deadly = mock();
        when(deadly.head(any())).thenAnswer(asked -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> {});
            throw new AssertionError("as if");
        });
        Passage passage = new RelayPath().open(udp.traits(), LinkSpec.parse("delay 1ms"));
        passage.through(deadly);
        try (DatagramSocket client = new DatagramSocket();
                DatagramSocket server = new DatagramSocket(passage.serveOn())) {
            InetSocketAddress bound = (InetSocketAddress) server.getLocalSocketAddress();
            Relay relay = ((PassageRelays) passage.control().orElseThrow()).before(bound);
            UdpStage.send(client, relay.listen(), "hello");
            await().until(relay::broken);
        }

        assertThatThrownBy(passage::close)
                .isInstanceOf(IOException.class)
                .hasMessage("the link between the ends broke by itself");
    }

    private static String echo(Passage passage, Transport transport) throws IOException {
        Server server = transport.server(ServerSettings.of(passage.serveOn(), new EchoService()));
        InetSocketAddress bound = server.open();
        Passage.Actor<Integer> serving = passage.start("server", () -> {
            server.serve();
            return 7;
        });
        InetSocketAddress towards = passage.towards(bound);
        assertThat(passage.towards(bound)).as("one relay a server").isEqualTo(towards);
        ByteBuffer answer = ByteBuffer.allocate(100);
        try (Client client = transport.client(new ClientSettings(towards, LIMIT))) {
            client.open();
            client.send(ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8)));
            client.receive(answer);
        }
        server.close();
        assertThat(serving.join(LIMIT)).isEqualTo(7);
        return StandardCharsets.UTF_8.decode(answer.flip()).toString();
    }

    @Test
    void loopbackHasNoLinkAndSaysWhichPathHas() {
        LoopbackPath path = new LoopbackPath();
        assertThat(path.name()).isEqualTo("loopback");
        assertThat(path.refusal(tcp.traits(), LinkSpec.NONE)).isEmpty();
        assertThatThrownBy(() -> path.open(udp.traits(), LinkSpec.parse("drop 3")))
                .isInstanceOf(UsageException.class)
                .hasMessage("link: loopback has no link to put this on: drop 3; use --path relay");
        assertThatThrownBy(() -> path.open(tcp.traits(), LinkSpec.parse("drop 3")))
                .hasMessage("link: loopback has no link to put this on: drop 3; use --path wire or --path sim");
    }

    @Test
    void relayCannotLoseBytesOfAStream() {
        RelayPath path = new RelayPath();
        assertThat(path.name()).isEqualTo("relay");
        assertThat(path.refusal(udp.traits(), LinkSpec.parse("loss 5%"))).isEmpty();
        assertThatThrownBy(() -> path.open(tcp.traits(), LinkSpec.parse("loss 5%")))
                .isInstanceOf(UsageException.class)
                .hasMessage("link: loss on tcp over relay: not possible in user space, a dropped chunk is corruption;"
                        + " use the path wire or sim");
    }

    @Test
    void aRelaysLinkMayBeChangedForThoseThatStandAndThoseToCome() throws IOException {
        try (Passage passage = new RelayPath().open(udp.traits(), LinkSpec.NONE)) {
            LinkControl control = passage.control().orElseThrow();
            assertThat(control.link()).isEqualTo(LinkSpec.NONE);
            assertThat(echo(passage, udp)).isEqualTo("hello");
            control.use(LinkSpec.parse("delay 5ms"));
            assertThat(control.link().text()).isEqualTo("delay 5ms");
            assertThat(echo(passage, udp)).isEqualTo("hello");
            assertThat(passage.report().byRule()).containsEntry("delay", 2L);
        }
    }

    @Test
    void aRelayReadsTheHeadsOfTransportsThatPass() throws IOException {
        Transport numbered = mock();
        when(numbered.head(any())).thenAnswer(asked -> {
            ByteBuffer datagram = asked.getArgument(0);
            PacketHead open = new PacketHead(PacketHead.Kind.OPEN, 0, 0, false, 9, 0);
            return datagram.get(datagram.position()) == 'O' ? Optional.of(open) : Optional.empty();
        });
        try (Passage passage = new RelayPath().open(udp.traits(), LinkSpec.parse("upstream drop syn 1"));
                DatagramSocket server = new DatagramSocket(TcpStage.loopback(0));
                DatagramSocket client = new DatagramSocket(TcpStage.loopback(0))) {
            server.setSoTimeout((int) LIMIT.toMillis());
            passage.through(numbered);
            InetSocketAddress relay = passage.towards((InetSocketAddress) server.getLocalSocketAddress());
            UdpStage.send(client, relay, "Open");
            UdpStage.send(client, relay, "Data");
            assertThat(UdpStage.receiveText(server)).isEqualTo("Data");
            assertThat(passage.report().byRule()).containsEntry("drop", 1L);
        }
    }

    @Test
    void theControlOfARelayRefusesWhatItsPathRefuses() throws IOException {
        LinkSpec loss = LinkSpec.parse("loss 5%");
        try (Passage streams = new RelayPath().open(tcp.traits(), LinkSpec.NONE);
                Passage datagrams = new RelayPath().open(udp.traits(), LinkSpec.NONE)) {
            LinkControl control = streams.control().orElseThrow();
            assertThat(control.refusal(loss))
                    .hasValueSatisfying(reason -> assertThat(reason).contains("the path wire"));
            assertThatThrownBy(() -> control.use(loss)).isInstanceOf(UsageException.class);
            assertThat(control.link()).isEqualTo(LinkSpec.NONE);
            assertThat(datagrams.control().orElseThrow().refusal(loss)).isEmpty();
        }
    }

    @Test
    void noPathOfUserSpaceCountsTrafficOrTunesTheKernel() throws IOException {
        assertThat(new RelayPath().countsTraffic()).isFalse();
        try (Passage passage = new LoopbackPath().open(tcp.traits(), LinkSpec.NONE)) {
            assertThat(passage.control()).isEmpty();
            assertThat(passage.tuning()).isEmpty();
            assertThat(passage.traffic()).isEmpty();
        }
    }

    @Test
    void sleepsInItsOwnTime() throws IOException {
        try (Passage passage = new LoopbackPath().open(tcp.traits(), LinkSpec.NONE)) {
            long start = passage.clock().nanoTime();
            passage.sleep(Duration.ofMillis(20));
            assertThat(passage.clock().nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
        }
    }

    @Test
    void anInterruptEndsASleepAndAnyDurationWillDo() throws IOException {
        Duration ever = ChronoUnit.FOREVER.getDuration();
        try (Passage passage = new LoopbackPath().open(tcp.traits(), LinkSpec.NONE)) {
            assertThat(passage.start("quick", () -> 7).join(ever)).isEqualTo(7);
            Thread.currentThread().interrupt();
            passage.sleep(ever);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void whatAnActorThrowsIsThrownToWhoJoins() throws IOException {
        try (Passage passage = new LoopbackPath().open(tcp.traits(), LinkSpec.NONE)) {
            Passage.Actor<Void> world = passage.start("a", () -> {
                throw new IOException("the network is down");
            });
            Passage.Actor<Void> bug = passage.start("b", () -> {
                throw new IllegalStateException("a bug");
            });
            Passage.Actor<Void> grave = passage.start("c", () -> {
                throw new AssertionError("grave");
            });
            Passage.Actor<Void> checked = passage.start("d", () -> {
                throw new Exception("something else");
            });
            assertThatThrownBy(() -> world.join(LIMIT))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the network is down");
            assertThatThrownBy(() -> bug.join(LIMIT)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> grave.join(LIMIT)).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> checked.join(LIMIT))
                    .isInstanceOf(IOException.class)
                    .hasMessage("d: failed: java.lang.Exception: something else");
        }
    }

    @Test
    void anActorThatDoesNotEndIsToldOfAndLeftByThoseWhoWait() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        Passage passage = new LoopbackPath().open(tcp.traits(), LinkSpec.NONE);
        Passage.Actor<Void> actor = passage.start("stubborn", () -> {
            latch.await();
            return null;
        });
        assertThatThrownBy(() -> actor.join(Duration.ofMillis(20)))
                .isInstanceOf(IOException.class)
                .hasMessage("stubborn: not at its end after 20ms");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> actor.join(LIMIT)).hasMessage("stubborn: interrupted while waiting for its end");
        assertThat(Thread.interrupted()).isTrue();
        latch.countDown();
        actor.join(LIMIT);
        passage.close();
    }

    @ParameterizedTest
    @CsvSource({"30000,30ms", "500,500us"})
    void closingInterruptsWhoDoesNotEndAndSaysWho(long limitMicros, String told) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicReference<Exception> seen = new AtomicReference<>();
        RealTimePassage passage = new RealTimePassage(Optional.empty(), Duration.ofNanos(1000 * limitMicros));
        Passage.Actor<Void> actor = passage.start("stubborn", () -> {
            try {
                never.await();
            } catch (InterruptedException interrupted) {
                seen.set(interrupted);
            }
            return null;
        });
        assertThatThrownBy(passage::close)
                .isInstanceOf(IOException.class)
                .hasMessage("stubborn: did not end within " + told);
        actor.join(LIMIT);
        assertThat(seen.get()).isInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> passage.start("late", () -> 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> passage.towards(TcpStage.loopback(9))).isInstanceOf(IllegalStateException.class);
        passage.close();
    }
}
