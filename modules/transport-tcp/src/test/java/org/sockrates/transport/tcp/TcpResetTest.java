package org.sockrates.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/** What Linux answers and Java alone would not. */
@Timeout(30)
class TcpResetTest {
    private static final int MORE_THAN_FITS = 64 << 20;

    private TransportSocket socket;

    @BeforeEach
    void open() throws IOException {
        socket = new TcpTransport().open(Family.AF_INET);
        socket.waiting(Waiting.atMost(Duration.ofSeconds(20)));
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
    }

    @Test
    void aResetThatCutASendShortMeetsTheNextSend() throws Exception {
        sendsMoreThanIsTaken();
        assertErrno(Errno.ECONNRESET, () -> socket.send(ByteBuffer.allocate(1)));
        assertErrno(Errno.EPIPE, () -> socket.send(ByteBuffer.allocate(1)));
        assertThat(socket.receive(ByteBuffer.allocate(1))).isEqualTo(TransportSocket.END_OF_STREAM);
    }

    @Test
    void orTheNextGatheringSend() throws Exception {
        sendsMoreThanIsTaken();
        ByteBuffer[] pieces = {ByteBuffer.allocate(1), ByteBuffer.allocate(1)};
        assertErrno(Errno.ECONNRESET, () -> socket.send(pieces, 0, 2));
        assertErrno(Errno.EPIPE, () -> socket.send(pieces, 0, 2));
    }

    @Test
    void orTheNextReceive() throws Exception {
        sendsMoreThanIsTaken();
        assertErrno(Errno.ECONNRESET, () -> socket.receive(ByteBuffer.allocate(1)));
        socket.keep(Errno.ECONNRESET); // there were bytes to answer with
        assertErrno(Errno.ECONNRESET, () -> socket.receive(ByteBuffer.allocate(1)));
        assertThat(socket.receive(ByteBuffer.allocate(1))).isEqualTo(TransportSocket.END_OF_STREAM);
    }

    @Test
    void orAnUrgentByte() throws Exception {
        sendsMoreThanIsTaken();
        assertErrno(Errno.ECONNRESET, () -> socket.sendUrgent((byte) 'x'));
        assertErrno(Errno.EPIPE, () -> socket.send(ByteBuffer.allocate(1)));
    }

    /** A peer that reads nothing and resets as soon as its buffer is full. */
    private void sendsMoreThanIsTaken() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            socket.connect((InetSocketAddress) door.getLocalSocketAddress());
            Socket peer = door.accept();
            CompletableFuture<Void> reset = CompletableFuture.runAsync(() -> resetWhenFull(peer));
            int sentBytes = socket.send(ByteBuffer.allocateDirect(MORE_THAN_FITS));
            assertThat(sentBytes).isBetween(1, MORE_THAN_FITS - 1);
            reset.join();
        }
    }

    private static void resetWhenFull(Socket peer) {
        try (peer) {
            AtomicInteger before = new AtomicInteger();
            await().pollInterval(Duration.ofMillis(10))
                    .during(Duration.ofMillis(300))
                    .until(() -> {
                        int there = peer.getInputStream().available();
                        return there == before.getAndSet(there) && there > 0;
                    });
            peer.setSoLinger(true, 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
