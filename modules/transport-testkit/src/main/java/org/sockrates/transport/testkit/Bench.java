package org.sockrates.transport.testkit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.sockrates.transport.Family;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.text.HostText;

/**
 * Sockets of one transport and one family on loopback, for one test. It remembers what it gave out, and closes it. Its
 * sockets wait at most five seconds, so that a test that waits for nothing fails instead of hanging.
 */
public final class Bench implements AutoCloseable {
    /** Long enough for a busy machine, short enough for a test that must fail. */
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private static final Duration OFTEN = Duration.ofMillis(2);

    /** Two ends of one conversation. */
    public record Pair(TransportSocket near, TransportSocket far) {}

    private final Transport transport;
    private final Family family;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Deque<Task<?>> tasks = new ArrayDeque<>();

    public Bench(Transport transport, Family family) {
        this.transport = transport;
        this.family = family;
    }

    public Transport transport() {
        return transport;
    }

    public Traits traits() {
        return transport.traits();
    }

    public Family family() {
        return family;
    }

    /** An address that is this machine, in the bench's family. */
    public InetSocketAddress loopback(int port) {
        return new InetSocketAddress(HostText.loopback(family), port);
    }

    /** Skips the test on a machine that has no loopback of this family. */
    public static void needsLoopback(Transport transport, Family family) {
        try (TransportSocket socket = transport.open(family)) {
            socket.bind(new InetSocketAddress(HostText.loopback(family), 0));
        } catch (IOException absent) {
            assumeTrue(false, () -> "this machine has no loopback for " + family + ": " + absent.getMessage());
        }
    }

    /** Every local address, in the bench's family. */
    public InetSocketAddress wildcard(int port) {
        return new InetSocketAddress(HostText.wildcard(family), port);
    }

    public TransportSocket open() throws IOException {
        TransportSocket socket = closing(transport.open(family));
        socket.waiting(Waiting.atMost(LIMIT));
        return socket;
    }

    /** With a loopback address and a free port. */
    public TransportSocket bound() throws IOException {
        TransportSocket socket = open();
        socket.bind(loopback(0));
        return socket;
    }

    public TransportSocket listening() throws IOException {
        TransportSocket socket = bound();
        socket.listen(5);
        return socket;
    }

    public TransportSocket accept(TransportSocket listening) throws IOException {
        TransportSocket socket = closing(listening.accept());
        socket.waiting(Waiting.atMost(LIMIT));
        return socket;
    }

    /** Two sockets that are each other's peers: a connection, or two datagram sockets connected to each other. */
    public Pair pair() throws IOException {
        if (transport.traits().connectionOriented()) {
            TransportSocket door = listening();
            TransportSocket near = open();
            near.connect(local(door));
            TransportSocket far = accept(door);
            door.close();
            return new Pair(near, far);
        }
        TransportSocket near = bound();
        TransportSocket far = bound();
        near.connect(local(far));
        far.connect(local(near));
        return new Pair(near, far);
    }

    /** A port nobody has. */
    public int freePort() throws IOException {
        try (TransportSocket socket = transport.open(family)) {
            socket.bind(loopback(0));
            return local(socket).getPort();
        }
    }

    /** Waits until it is so, at most {@link #LIMIT}; it mostly is within a millisecond. */
    public static void until(Callable<Boolean> so) {
        await().atMost(LIMIT).pollInterval(OFTEN).until(so);
    }

    /** The address a socket is bound to. */
    public static InetSocketAddress local(TransportSocket socket) {
        return Objects.requireNonNull(socket.local(), "not bound");
    }

    /** Receives so many bytes, in as many calls as it takes. */
    public static String receive(TransportSocket socket, int bytes) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(bytes);
        while (into.hasRemaining() && socket.receive(into) != TransportSocket.END_OF_STREAM) {
            // a stream gives what it has
        }
        return Payload.text(into.flip());
    }

    /** One call, into a buffer that is long enough. */
    public static String receive(TransportSocket socket) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(70_000);
        return socket.receive(into) == TransportSocket.END_OF_STREAM ? "END" : Payload.text(into.flip());
    }

    /** The same in a thread of its own, which waits by now. */
    public Task<String> receiving(TransportSocket socket) throws Exception {
        return start(() -> receive(socket)).awaitBlocked();
    }

    /** Makes a call in a thread of its own. */
    public <T> Task<T> start(Callable<T> call) {
        Task<T> task = Task.start(call);
        tasks.add(task);
        return task;
    }

    /** Closed with the bench. */
    public <T extends AutoCloseable> T closing(T resource) {
        open.push(resource);
        return resource;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable resource : open) {
            resource.close();
        }
        for (Task<?> task : tasks) {
            try {
                task.result();
            } catch (IOException closed) {
                // it was waiting on something that is closed now
            }
        }
    }
}
