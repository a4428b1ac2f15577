package org.sockrates.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.transport.SystemClock;

@Timeout(30)
class RelayLoopTest {
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
