package org.sockrates.bench.row;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Ports;

/** socat as a relay between loopback ports. */
final class Socat implements AutoCloseable {
    static final String TOOL = "socat";

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String DATAGRAM_BUFFERS = ",rcvbuf=4194304,sndbuf=4194304";

    private final int port;
    private final Child process;

    private Socat(int port, Child process) {
        this.port = port;
        this.process = process;
    }

    /** For datagrams, with socket buffers as large as our relay's. */
    static Socat udp(int target) throws IOException {
        int port = Ports.free();
        Child process = start(
                65_536,
                "UDP4-LISTEN:" + port + ",bind=127.0.0.1" + DATAGRAM_BUFFERS,
                "UDP4:127.0.0.1:" + target + DATAGRAM_BUFFERS);
        Ports.awaitBound(port);
        return new Socat(port, process);
    }

    /** For one stream. */
    static Socat tcp(int target, int bufferBytes) throws IOException {
        int port = Ports.free();
        Child process =
                start(bufferBytes, "TCP4-LISTEN:" + port + ",bind=127.0.0.1,reuseaddr", "TCP4:127.0.0.1:" + target);
        Ports.awaitListening(port);
        return new Socat(port, process);
    }

    private static Child start(int bufferBytes, String from, String to) throws IOException {
        return Child.start(List.of(TOOL, "-b", Integer.toString(bufferBytes), from, to), LIMIT);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.close();
    }
}
