package org.sockrates.sim.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.Traffic;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.socket.GoBackNTransport;
import org.sockrates.transport.rdt.socket.Machine;
import org.sockrates.transport.rdt.socket.RdtMachine;
import org.sockrates.transport.rdt.socket.RdtTransport;
import org.sockrates.transport.rdt.socket.Realm;
import org.sockrates.transport.rdt.socket.SelectiveRepeatTransport;
import org.sockrates.transport.rdt.socket.StopAndWaitTransport;
import org.sockrates.transport.rdt.socket.UdpUnderlay;
import org.sockrates.transport.testkit.Payload;

/** Blocking sockets in virtual time: exact, repeatable, and nobody is kept. */
@Timeout(30)
final class SimPathTest {
    private static final int BYTES = 60_000;
    private static final LinkSpec BAD =
            LinkSpec.parse("delay 20ms 5ms loss 5% duplicate 2% reorder 5% corrupt 1% seed 7");

    static Stream<Transport> streams() {
        return Stream.of(tcp(), new StopAndWaitTransport(), new GoBackNTransport(), new SelectiveRepeatTransport());
    }

    /** The model's sockets take only its name and its traits. */
    static Transport tcp() {
        Machine any = new RdtMachine(Protocol.GO_BACK_N, () -> 1);
        return RdtTransport.over("tcp", new StopAndWaitTransport().traits(), new Realm(any, new UdpUnderlay()));
    }

    private static Passage passage(Transport transport, LinkSpec link) throws IOException {
        return new SimPath().open(transport.traits(), link);
    }

    /** Sends there and back; says when it was over, in virtual time. */
    private static long echo(Transport real, LinkSpec link) throws IOException {
        try (Passage passage = passage(real, link)) {
            SocketKind transport = passage.through(real);
            TransportSocket door = transport.open(Family.AF_INET);
            door.bind(passage.serveOn());
            door.listen(1);
            InetSocketAddress server = passage.towards(Objects.requireNonNull(door.local()));
            Passage.Actor<Integer> echo = passage.start("echo", () -> answer(door));
            TransportSocket client = transport.open(Family.AF_INET);
            client.waiting(Waiting.atMost(Duration.ofMinutes(10)));
            client.connect(server);
            ByteBuffer sent = Payload.pattern(0, BYTES);
            Passage.Actor<Integer> sender = passage.start("sender", () -> client.send(sent));
            ByteBuffer came = ByteBuffer.allocate(BYTES + 1);
            while (came.position() < BYTES) {
                client.receive(came);
            }
            client.shutdown(Direction.OUT);
            assertThat(client.receive(came)).isEqualTo(TransportSocket.END_OF_STREAM);
            assertThat(came.flip()).isEqualTo(Payload.pattern(0, BYTES));
            assertThat(sender.join(Duration.ofMinutes(10))).isEqualTo(BYTES);
            assertThat(echo.join(Duration.ofMinutes(10))).isEqualTo(BYTES);
            client.close();
            return passage.clock().nanoTime();
        }
    }

    private static int answer(TransportSocket door) throws IOException {
        try (TransportSocket peer = door.accept()) {
            peer.waiting(Waiting.atMost(Duration.ofMinutes(10)));
            ByteBuffer buffer = ByteBuffer.allocate(4_096);
            int bytes = 0;
            while (peer.receive(buffer.clear()) != TransportSocket.END_OF_STREAM) {
                bytes += peer.send(buffer.flip());
            }
            return bytes;
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void whatIsSentOverABadLinkComesBackAndTakesTheSameTimeTwice(Transport transport) throws Exception {
        assertThat(echo(transport, BAD)).isEqualTo(echo(transport, BAD)).isGreaterThan(40_000_000);
    }

    @ParameterizedTest
    @MethodSource("streams")
    void whereNobodyListensConnectIsRefusedAfterARoundTrip(Transport real) throws Exception {
        try (Passage passage = passage(real, LinkSpec.parse("delay 20ms"))) {
            TransportSocket client = passage.through(real).open(Family.AF_INET);
            InetSocketAddress nobody = passage.towards(new InetSocketAddress(Net.HERE, 99));
            long before = passage.clock().nanoTime();
            assertErrno(Errno.ECONNREFUSED, () -> client.connect(nobody));
            assertThat(Duration.ofNanos(passage.clock().nanoTime() - before))
                    .isBetween(Duration.ofMillis(40), Duration.ofMillis(41));
        }
    }

    @Test
    void aRateCountsTheHeadersOfIpAndUdp() throws Exception {
        Transport real = new GoBackNTransport();
        int opening = 20 + 80; // rdt's own header, and what an OPEN is filled up to
        try (Passage passage = passage(real, LinkSpec.parse("rate 8kbit"))) {
            TransportSocket client = passage.through(real).open(Family.AF_INET);
            InetSocketAddress nobody = passage.towards(new InetSocketAddress(Net.HERE, 99));
            long before = passage.clock().nanoTime();
            assertThatThrownBy(() -> client.connect(nobody)).isInstanceOf(SocketCallException.class);
            assertThat(Duration.ofNanos(passage.clock().nanoTime() - before).toMillis())
                    .as("a byte takes a millisecond; it goes there, and comes back as it went")
                    .isEqualTo(2L * (20 + 8 + opening));
        }
    }

    /** A few bytes there and back, over a link that does something to what the client sends. */
    private static Passage said(Transport real, String rule) throws IOException {
        Passage passage = passage(real, LinkSpec.parse("delay 20ms upstream " + rule));
        SocketKind transport = passage.through(real);
        TransportSocket door = transport.open(Family.AF_INET);
        door.bind(passage.serveOn());
        door.listen(1);
        Passage.Actor<Integer> echo = passage.start("echo", () -> answer(door));
        TransportSocket client = transport.open(Family.AF_INET);
        client.connect(passage.towards(Objects.requireNonNull(door.local())));
        client.send(Payload.pattern(0, 10));
        client.shutdown(Direction.OUT);
        ByteBuffer came = ByteBuffer.allocate(11);
        while (client.receive(came) != TransportSocket.END_OF_STREAM) {
            assertThat(came.position()).isEqualTo(10);
        }
        assertThat(echo.join(Duration.ofMinutes(1))).isEqualTo(10);
        client.close();
        return passage;
    }

    @ParameterizedTest
    @ValueSource(strings = {"syn", "ack", "data", "fin"})
    void aRuleMeansTheKindsThatARelayKnows(String kind) throws Exception {
        try (Passage passage = said(new StopAndWaitTransport(), "drop " + kind + " 1")) {
            Traffic traffic = passage.traffic().orElseThrow();
            assertThat(passage.report().byRule()).containsEntry("drop", 1L);
            assertThat(traffic.total().segments()).isEqualTo(traffic.total().packets());
            assertThat(traffic.total().retransmissions()).isOne();
            assertThat(traffic.total().againBytes()).isEqualTo(kind.equals("data") ? 10 : 0);
        }
    }

    @Test
    void whereNothingIsLostNothingGoesAgain() throws Exception {
        try (Passage passage = said(new GoBackNTransport(), "drop syn-ack 1")) {
            assertThat(passage.traffic().orElseThrow().total().retransmissions())
                    .isZero();
            assertThat(passage.report().dropped()).isZero();
        }
    }

    @Test
    void timeJumpsToTheEndOfAWait() throws Exception {
        Transport real = new GoBackNTransport();
        try (Passage passage = passage(real, LinkSpec.NONE)) {
            passage.sleep(Duration.ofHours(1));
            assertThat(Duration.ofNanos(passage.clock().nanoTime()))
                    .isBetween(Duration.ofHours(1), Duration.ofHours(1).plusMillis(1));
        }
    }

    @Test
    void whoWaitsForEverWaitsUntilItIsOver() throws Exception {
        try (Passage passage = passage(new GoBackNTransport(), LinkSpec.NONE)) {
            Passage.Actor<Integer> actor = passage.start("sleeper", () -> {
                passage.sleep(Duration.ofDays(365));
                return 7;
            });
            assertThat(actor.join(ChronoUnit.FOREVER.getDuration())).isEqualTo(7);
        }
    }

    @Test
    void actorsRunInTurnAndAreEndedWithThePassage() throws Exception {
        Transport real = new GoBackNTransport();
        StringBuilder order = new StringBuilder();
        Passage passage = passage(real, LinkSpec.NONE);
        for (String name : new String[] {"a", "b"}) {
            passage.start(name, () -> {
                for (int i = 0; i < 3; i++) {
                    order.append(name);
                    passage.sleep(Duration.ofMillis(1));
                }
                passage.sleep(Duration.ofDays(1));
                return order.append("never");
            });
        }
        passage.sleep(Duration.ofMillis(10));
        passage.close();
        assertThat(order).hasToString("ababab");
        assertThatThrownBy(() -> passage.start("late", () -> 1)).hasMessage("the passage is closed");
    }

    @Test
    void anActorsFailureIsTold() throws Exception {
        Transport real = new GoBackNTransport();
        try (Passage passage = passage(real, LinkSpec.NONE)) {
            Passage.Actor<Integer> failing = passage.start("failing", () -> {
                throw new IOException("the world");
            });
            Passage.Actor<Integer> slow = passage.start("slow", () -> {
                passage.sleep(Duration.ofDays(1));
                return 1;
            });
            assertThatThrownBy(() -> failing.join(Duration.ofSeconds(1))).hasMessage("the world");
            assertThatThrownBy(() -> slow.join(Duration.ofSeconds(1))).hasMessage("slow: not at its end after 1s");
        }
    }

    @Test
    void aStrangerMayCloseASocketThatWaits() throws Exception {
        Transport real = new GoBackNTransport();
        try (Passage passage = passage(real, LinkSpec.NONE)) {
            TransportSocket door = passage.through(real).open(Family.AF_INET);
            door.bind(passage.serveOn());
            door.listen(1);
            door.waiting(Waiting.atMost(Duration.ofDays(1)));
            Thread stranger = new Thread(() -> {
                try {
                    door.close();
                } catch (IOException impossible) {
                    throw new IllegalStateException(impossible);
                }
            });
            passage.start("clock", () -> {
                stranger.start();
                stranger.join();
                return 1;
            });
            assertErrno(Errno.EBADF, door::accept);
        }
    }

    @Test
    void whatASimulatedPortDoesNotHaveItSays() throws Exception {
        Transport real = new GoBackNTransport();
        try (Passage passage = passage(real, LinkSpec.NONE)) {
            TransportSocket socket = passage.through(real).open(Family.AF_INET);
            assertThatThrownBy(() -> socket.bind(new InetSocketAddress("224.0.0.7", 5000)))
                    .hasMessageContaining("the simulated net has no groups");
            assertThatThrownBy(() -> socket.option("SO_RCVBUF", "much"))
                    .hasMessageContaining("\"much\" (expected: a whole number)");
            socket.option("SO_RCVBUF", "10000");
            assertThat(socket.options()).containsEntry("SO_RCVBUF", "10000");
        }
    }

    @Test
    void tcpIsCalledAModel() {
        assertThat(new SimPath().named(tcp())).isEqualTo("tcp (model)");
        assertThat(new SimPath().named(new GoBackNTransport())).isEqualTo("rdt-gbn");
        assertThat(new SimPath().refusal(tcp().traits(), BAD)).isEmpty();
    }

    @Test
    void aTransportWithoutAModelIsRefusedWithAReason() {
        SimPath path = new SimPath();
        assertThat(streams()).allMatch(transport -> path.refusal(transport).isEmpty());

        Machine any = new RdtMachine(Protocol.GO_BACK_N, () -> 1);
        Transport mud = RdtTransport.over("mud", new GoBackNTransport().traits(), new Realm(any, new UdpUnderlay()));
        assertThat(path.refusal(mud)).contains("no model of it, only of tcp, udp, rdt-sw, rdt-gbn and rdt-sr");
    }
}
