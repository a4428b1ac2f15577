package org.sockrates.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.sockrates.transport.testkit.Errnos.assertErrno;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.InOrder;
import org.mockito.stubbing.Answer;
import org.sockrates.transport.Call;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Leaks;
import org.sockrates.transport.testkit.ManualClock;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.testkit.Task;

@Timeout(30)
class UdpClientTest {
    private final Leaks leaks = Leaks.before();
    private final Bench bench = new Bench(new UdpTransport(), Family.AF_INET);

    @AfterEach
    void nothingIsLeft() throws Exception {
        bench.close();
        leaks.check();
    }

    @Test
    void aStrangerBuysTheServerNoTime() throws IOException {
        InetSocketAddress server = bench.loopback(7);
        InetSocketAddress stranger = bench.loopback(8);
        ManualClock clock = new ManualClock();
        TransportSocket socket = mock();
        Answer<InetSocketAddress> bothers = heard -> {
            clock.advance(Duration.ofMillis(900));
            heard.<ByteBuffer>getArgument(0).put(Payload.of("buy this"));
            return stranger;
        };
        when(socket.receiveFrom(any()))
                .thenAnswer(bothers)
                .thenAnswer(bothers)
                .thenThrow(new SocketCallException(Call.RECVFROM, Errno.EAGAIN));
        Transport udp = mock();
        when(udp.open(Family.AF_INET)).thenReturn(socket);
        Client client = new UdpClient(udp, new ClientSettings(server, Duration.ofSeconds(1)), clock);
        client.open();
        clearInvocations(socket);

        assertErrno(Errno.EAGAIN, () -> client.receive(ByteBuffer.allocate(8)));
        InOrder calls = inOrder(socket);
        for (int leftMillis : new int[] {1000, 100}) {
            calls.verify(socket).waiting(Waiting.atMost(Duration.ofMillis(leftMillis)));
            calls.verify(socket).receiveFrom(any());
        }
        calls.verifyNoMoreInteractions();
    }

    @Test
    void strangersDoNotMakeItWaitForEver() throws Exception {
        TransportSocket silent = bench.bound();
        TransportSocket stranger = bench.open();
        ClientSettings settings = new ClientSettings(Bench.local(silent), Duration.ofMillis(200));
        Client client = bench.closing(bench.transport().client(settings));
        client.open();
        client.send(Payload.of("anybody there?"));
        InetSocketAddress from = Objects.requireNonNull(silent.receiveFrom(ByteBuffer.allocate(64)));
        AtomicBoolean given = new AtomicBoolean();
        Task<Integer> pestering = bench.start(() -> {
            int sent = 0;
            for (; !given.get() && sent < 500; sent++) {
                stranger.sendTo(Payload.of("buy this"), from);
                LockSupport.parkNanos(10_000_000);
            }
            return sent;
        });
        ByteBuffer into = ByteBuffer.allocate(64);
        assertErrno(Errno.EAGAIN, () -> client.receive(into));
        given.set(true);
        assertThat(pestering.result())
                .as("datagrams it heard before it gave up")
                .isLessThan(300);
        assertThat(into.position()).isZero();
    }
}
