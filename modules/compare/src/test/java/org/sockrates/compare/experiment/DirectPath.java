package org.sockrates.compare.experiment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Passage;
import org.sockrates.link.Path;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;

/** Loopback with nothing between. */
final class DirectPath implements Path {
    @Override
    public String name() {
        return "loopback";
    }

    @Override
    public Optional<String> refusal(Traits traits, LinkSpec link) {
        return Optional.empty();
    }

    @Override
    public Passage open(Traits traits, LinkSpec link) {
        return new Direct();
    }

    private static final class Direct implements Passage {
        private final ExecutorService actors = Executors.newCachedThreadPool();

        @Override
        public NanoClock clock() {
            return SystemClock.INSTANCE;
        }

        @Override
        public Transport through(Transport transport) {
            return transport;
        }

        @Override
        public InetSocketAddress serveOn() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        }

        @Override
        public InetSocketAddress towards(InetSocketAddress server) {
            return server;
        }

        @Override
        public <T> Actor<T> start(String name, Callable<T> body) {
            Future<T> future = actors.submit(body);
            return limit -> {
                try {
                    return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
                } catch (ExecutionException | TimeoutException | InterruptedException failure) {
                    throw new IOException(name + ": " + failure, failure);
                }
            };
        }

        @Override
        public void sleep(Duration time) {
            LockSupport.parkNanos(time.toNanos());
        }

        @Override
        public LinkReport report() {
            return LinkReport.NONE;
        }

        @Override
        public void close() throws IOException {
            actors.shutdown();
            try {
                if (!actors.awaitTermination(10, TimeUnit.SECONDS)) {
                    throw new IOException("an actor does not end");
                }
            } catch (InterruptedException failure) {
                throw new IOException(failure);
            }
        }
    }
}
