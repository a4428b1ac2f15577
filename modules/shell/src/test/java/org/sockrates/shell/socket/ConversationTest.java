package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Bench;

/** The calls of the textbook, over real sockets, as they are shown. */
class ConversationTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
        assertThat(bench.interpreter().session().sockets().all()).isEmpty();
    }

    private void connected() {
        bench.run("socket --as door");
        bench.run("bind door 0");
        bench.run("listen door");
        bench.run("socket --as alice");
        bench.run("connect alice " + bench.port("door"));
        bench.run("accept door --as bob");
    }

    @Test
    void numbersAndNamesSockets() {
        assertThat(bench.last("socket --as door")).isEqualTo("socket(AF_INET, SOCK_STREAM, 0) = 3 (door)");
        assertThat(bench.last("socket udp")).isEqualTo("socket(AF_INET, SOCK_DGRAM, 0) = 4");
        assertThat(bench.last("close door", "socket -6")).isEqualTo("socket(AF_INET6, SOCK_STREAM, 0) = 3");
    }

    @Test
    void tellsThatTheDoorIsBoundButDoesNotListen() {
        bench.run("socket --as door");
        bench.run("bind door 0");
        bench.run("socket --as alice");
        assertThat(bench.run("connect alice localhost " + bench.port("door")))
                .containsExactly(
                        "connect(4, 127.0.0.1:" + bench.port("door") + ") = -1 ECONNREFUSED (Connection refused)",
                        "  door (3) is bound there but not listening: try  listen door");
        assertThat(bench.status()).isEqualTo(4);
        bench.run("listen door");
        assertThat(bench.last("connect alice " + bench.port("door"))).endsWith("= 0");
    }

    @Test
    void carriesBytesAndTheEndOfTheStream() {
        connected();
        assertThat(bench.last("send alice \"hi\\n\"")).isEqualTo("send(4, \"hi\\n\", 3, 0) = 3");
        assertThat(bench.last("recv bob")).isEqualTo("recv(5, \"hi\\n\", 65536, 0) = 3");
        bench.run("shutdown alice out");
        assertThat(bench.last("recv bob")).isEqualTo("recv(5, \"\", 65536, 0) = 0 (end of stream)");
        assertThat(bench.run("recv bob").get(1)).isEqualTo("  closed by the peer at 12:01:07");
        assertThat(bench.run("send alice x"))
                .containsExactly(
                        "send(4, \"x\", 1, 0) = -1 EPIPE (Broken pipe)",
                        "  you ended this direction yourself: shutdown alice out");
    }

    @Test
    void aResetIsToldToThePeer() {
        connected();
        bench.run("close alice --reset");
        assertThat(bench.run("recv bob"))
                .containsExactly(
                        "recv(5, 65536) = -1 ECONNRESET (Connection reset by peer)",
                        "  the peer threw the connection away at 12:01:07");
    }

    @Test
    void udpHasNoListenAndNoAccept() {
        bench.run("socket udp");
        assertThat(bench.run("listen"))
                .containsExactly(
                        "listen(3, 5) = -1 EOPNOTSUPP (Operation not supported)",
                        "  udp has no connections to wait for: a bound socket receives at once");
        assertThat(bench.run("accept").get(0)).isEqualTo("accept(3) = -1 EOPNOTSUPP (Operation not supported)");
    }

    @Test
    void datagramsSayWhoSentThem() {
        bench.run("use udp");
        bench.run("socket --as alice");
        bench.run("socket --as bob");
        bench.run("bind bob 0");
        bench.run("sendto alice localhost " + bench.port("bob") + " hello");
        assertThat(bench.last("recvfrom bob"))
                .isEqualTo("recvfrom(4, \"hello\", 65536, 0, 127.0.0.1:" + bench.port("alice") + ") = 5");
    }

    @Test
    void saysThatNothingCameInTime() {
        try (Bench quick = new Bench(Duration.ofMillis(20))) {
            quick.run("socket udp");
            quick.run("bind 0");
            assertThat(quick.run("recv"))
                    .containsExactly(
                            "recv(3, 65536) = -1 EAGAIN (Resource temporarily unavailable)",
                            "  nothing came within 20ms");
            assertThat(quick.status()).isEqualTo(124);
        }
    }

    @Test
    void aClosedNumberIsABadDescriptor() {
        bench.run("socket");
        bench.run("close 3");
        assertThat(bench.run("send 3 hi"))
                .containsExactly("send(3) = -1 EBADF (Bad file descriptor)", "  socket 3 was closed at 12:01:07");
        assertThat(bench.status()).isEqualTo(4);
    }
}
