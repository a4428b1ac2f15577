package org.sockrates.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.transport.ServerStyle;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;

/** Many peers at once on a server with one thread, and many bad ones. */
@Timeout(90)
class CrowdTest {
    private static final int CROWD = 5_000;
    private static final int ROUNDS = 3;

    @BeforeAll
    static void hasDescriptorsForAll() {
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long most = system.getMaxFileDescriptorCount();
        assumeTrue(most > CROWD + 1_000, () -> "a process may have " + most + " descriptors here, too few for a crowd");
    }

    @Test
    void fiveThousandPeersAreServedInLittleMemoryAndLeaveNothing() throws Exception {
        List<SocketChannel> peers = new ArrayList<>();
        try (EchoingServer server = new EchoingServer(ServerStyle.SELECTOR, 60_000, 6_000, "128m")) {
            int before = warmed(server);
            for (int i = 0; i < CROWD; i++) {
                peers.add(SocketChannel.open(server.address()));
            }
            for (int round = 0; round < ROUNDS; round++) {
                echo(peers, round);
            }
            assertThat(server.counts().openSockets()).isEqualTo(CROWD + 1);
            assertThat(server.counts().receivedBytes()).isEqualTo(1 + 8L * ROUNDS * CROWD);
            for (SocketChannel peer : peers) {
                peer.close();
            }
            Bench.until(() -> server.counts().openSockets() == 1);
            Bench.until(() -> server.descriptors() == before);
            assertThat(server.end()).isZero();
            assertThat(server.errors()).isEmpty();
        } finally {
            for (SocketChannel peer : peers) {
                peer.close();
            }
        }
    }

    /** How many descriptors it has once it has served somebody: Java keeps a few. */
    private static int warmed(EchoingServer server) throws Exception {
        try (Socket first = server.connect()) {
            EchoingServer.ask(first, "1");
        }
        Bench.until(() -> server.counts().openSockets() == 1);
        return server.descriptors();
    }

    /** Everybody asks before anybody reads the answer. */
    private static void echo(List<SocketChannel> peers, int round) throws IOException {
        for (int i = 0; i < peers.size(); i++) {
            peers.get(i).write(Payload.pattern(round * 100_000L + i, 8));
        }
        ByteBuffer answer = ByteBuffer.allocateDirect(8);
        for (int i = 0; i < peers.size(); i++) {
            answer.clear();
            while (answer.hasRemaining() && peers.get(i).read(answer) >= 0) {
                // a stream gives what it has
            }
            assertThat(answer.flip()).isEqualTo(Payload.pattern(round * 100_000L + i, 8));
        }
    }

    @Test
    void aThousandSlowPeersAreGoneAtTheirLimitAndTheHonestOneIsServed() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (EchoingServer server = new EchoingServer(ServerStyle.SELECTOR, 2_000, 2_000, "64m");
                Socket honest = server.connect()) {
            for (int i = 0; i < 1_000; i++) {
                Socket socket = server.connect();
                slow.add(socket);
                EchoingServer.send(socket, "\0\0\1\0half");
                assertThat(EchoingServer.ask(honest, "while they come")).isEqualTo("while they come");
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                assertThat(EchoingServer.ask(honest, "while they are there")).isEqualTo("while they are there");
                return server.counts().openSockets() <= 2;
            });
            assertThat(server.counts().peers()).isEqualTo(1_001);
            for (Socket each : slow) {
                assertThat(EchoingServer.read(each, 100))
                        .as("its echo, and the end")
                        .isEqualTo("\0\0\1\0half");
            }
            assertThat(EchoingServer.ask(honest, "still here")).isEqualTo("still here");
        } finally {
            for (Socket each : slow) {
                each.close();
            }
        }
    }
}
