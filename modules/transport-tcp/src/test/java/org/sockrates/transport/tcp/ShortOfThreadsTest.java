package org.sockrates.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.transport.Family;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.service.EchoService;
import org.sockrates.transport.serving.Dialogue;
import org.sockrates.transport.serving.PeerTable;
import org.sockrates.transport.serving.ThreadedLoop;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Task;
import org.sockrates.transport.text.HostText;

/** A server of threads on a system that has few of them. */
@Timeout(60)
class ShortOfThreadsTest {
    private static final int CLIENTS = 5;

    /** A system of so many threads at a time. */
    private static final class Few implements ThreadFactory {
        private final int most;
        private final AtomicInteger begun = new AtomicInteger();

        Few(int most) {
            this.most = most;
        }

        boolean hasOneLeft() {
            return begun.get() < most;
        }

        @Override
        public Thread newThread(Runnable work) {
            return new Thread(() -> {
                try {
                    work.run();
                } finally {
                    begun.decrementAndGet();
                }
            }) {
                @Override
                public void start() {
                    if (begun.incrementAndGet() > most) {
                        begun.decrementAndGet();
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    super.start();
                }
            };
        }
    }

    @Test
    void newcomersWaitAreNotCountedAndOneThreadIsLeftForASignal() throws Exception {
        Few threads = new Few(4);
        AtomicInteger told = new AtomicInteger();
        List<Socket> clients = new ArrayList<>();
        PeerTable peers = new PeerTable();
        peers.whenOutOfThreads(told::incrementAndGet);
        try (Bench bench = new Bench(new TcpTransport(), Family.AF_INET)) {
            TransportSocket door = bench.listening();
            Task<?> server = serve(door, threads, peers);
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(bench.closing(EchoingServer.connected(Bench.local(door))));
                EchoingServer.send(clients.get(i), "hello");
            }
            for (Socket served : clients.subList(0, 3)) {
                assertThat(EchoingServer.read(served, 5)).isEqualTo("hello");
            }
            await().until(() -> told.get() > 1); // no other that ends is counted still
            await().atMost(Duration.ofMillis(500)).until(threads::hasOneLeft);
            assertThat(peers.counts(1).peers()).isEqualTo(3);

            for (int i = 0; i < 2; i++) {
                clients.get(i).close();
                assertThat(EchoingServer.read(clients.get(i + 3), 5)).isEqualTo("hello");
            }
            assertThat(peers.counts(1).peers()).isEqualTo(CLIENTS);
            door.close();
            peers.close();
            server.result();
            await().until(() -> threads.begun.get() == 0);
        }
    }

    private static Task<?> serve(TransportSocket door, ThreadFactory threads, PeerTable peers) {
        InetSocketAddress unused = new InetSocketAddress(HostText.loopback(Family.AF_INET), 0);
        ServerSettings settings = ServerSettings.of(unused, new EchoService()).withIdleLimit(Duration.ofMinutes(1));
        return Task.start(() -> {
            new ThreadedLoop(threads, 100).run(door, new Dialogue(settings, peers), peers);
            return null;
        });
    }
}
