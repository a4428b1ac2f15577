package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.MockedConstruction;
import org.sockrates.transport.SystemClock;

@Timeout(30)
class RelayLoopTest {
    @Test
    void aRelayWhoseLoopCannotStartLeavesNothing() throws Exception {
        try (UdpStage udp = new UdpStage();
                TcpStage tcp = new TcpStage();
                MockedConstruction<RelayLoop> loops = mockConstruction(
                        RelayLoop.class,
                        (loop, made) -> doThrow(new OutOfMemoryError("no thread"))
                                .when(loop)
                                .start())) {
            RelaySettings onUdp =
                    RelaySettings.of("udp", freePort(), udp.settings().target());
            assertThatThrownBy(() -> udp.relay(onUdp, "")).isInstanceOf(OutOfMemoryError.class);
            assertThat(UdpStage.portIsFree(onUdp.listen())).isTrue();
            RelaySettings onTcp =
                    RelaySettings.of("tcp", freePort(), tcp.settings().target());
            assertThatThrownBy(() -> tcp.relay(onTcp, "")).isInstanceOf(OutOfMemoryError.class);
            new ServerSocket(onTcp.listen().getPort(), 1, onTcp.listen().getAddress()).close();
            for (RelayLoop loop : loops.constructed()) {
                verify(loop).close();
            }
        }
    }

    private static InetSocketAddress freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, TcpStage.loopback(0).getAddress())) {
            return TcpStage.loopback(free.getLocalPort());
        }
    }

    @Test
    void aClosedLoopKeepsNoTasks() throws IOException {
        RelayLoop loop = new RelayLoop("closed", SystemClock.INSTANCE);
        loop.start();
        loop.close();
        WeakReference<Runnable> posted = postTo(loop);
        await().untilAsserted(() -> {
            System.gc();
            assertThat(posted.get()).isNull();
        });
        loop.close();
    }

    @Test
    void whoClosesItAndIsInterruptedStaysSoAndHearsNoReproachOfABusyLoop() throws Exception {
        RelayLoop loop = new RelayLoop("interrupted", SystemClock.INSTANCE);
        CountDownLatch busy = new CountDownLatch(1);
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.start();
        loop.post(() -> {
            busy.countDown();
            done.orTimeout(10, TimeUnit.SECONDS).join();
        });
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        Thread.currentThread().interrupt();
        Throwable told = catchThrowable(loop::close);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).isNull();
        done.complete(null);
        loop.close();
    }

    private static WeakReference<Runnable> postTo(RelayLoop loop) {
        AtomicInteger own = new AtomicInteger();
        Runnable task = own::incrementAndGet;
        loop.post(task);
        return new WeakReference<>(task);
    }

    @Test
    void aLoopThatDiesOfAnErrorRefusesWhoeverComes() throws Exception {
        CompletableFuture<Throwable> died = new CompletableFuture<>();
        try (ServerSocketChannel front = ServerSocketChannel.open();
                RelayLoop loop = new RelayLoop("dying", SystemClock.INSTANCE)) {
            front.bind(TcpStage.loopback(0));
            InetSocketAddress listen = (InetSocketAddress) front.getLocalAddress();
            loop.register(front, SelectionKey.OP_ACCEPT, () -> {});
            loop.start();
            loop.post(() -> {
                Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> died.complete(error));
                throw new OutOfMemoryError("as if");
            });
            assertThat(died.get(10, TimeUnit.SECONDS)).isInstanceOf(OutOfMemoryError.class);
            assertThatThrownBy(() -> new Socket(listen.getAddress(), listen.getPort()).close())
                    .isInstanceOf(ConnectException.class);
            await().until(loop::broken);
        }
    }
}
