package org.sockrates.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Leaks;
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
    void aStrangerBuysTheServerNoTime() throws Exception {
        TransportSocket silent = bench.bound();
        TransportSocket stranger = bench.open();
        Client client =
                bench.closing(bench.transport().client(new ClientSettings(Bench.local(silent), Duration.ofSeconds(1))));
        client.open();
        client.send(Payload.of("anybody there?"));
        InetSocketAddress from = Objects.requireNonNull(silent.receiveFrom(ByteBuffer.allocate(64)));
        long beganNanos = System.nanoTime();
        Task<Void> pestering = bench.start(() -> {
            LockSupport.parkNanos(900_000_000);
            stranger.sendTo(Payload.of("buy this"), from);
            return null;
        });
        assertThatThrownBy(() -> client.receive(ByteBuffer.allocate(64))).isInstanceOf(SocketCallException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - beganNanos))
                .isBetween(Duration.ofMillis(990), Duration.ofMillis(1_800));
        pestering.result();
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
        assertThatThrownBy(() -> client.receive(into))
                .isInstanceOf(SocketCallException.class)
                .extracting(failure -> ((SocketCallException) failure).errno())
                .isEqualTo(Errno.EAGAIN);
        given.set(true);
        assertThat(pestering.result())
                .as("datagrams it heard before it gave up")
                .isLessThan(300);
        assertThat(into.position()).isZero();
    }
}
