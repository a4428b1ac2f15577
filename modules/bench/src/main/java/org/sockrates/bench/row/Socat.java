package org.sockrates.bench.row;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Pinned;
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

    /** For datagrams, with socket buffers as large as our relay's, on processor 1. */
    static Socat udp(int target) throws IOException {
        int port = Ports.free();
        List<String> command = command(
                65_536,
                "UDP4-LISTEN:" + port + ",bind=127.0.0.1" + DATAGRAM_BUFFERS,
                "UDP4:127.0.0.1:" + target + DATAGRAM_BUFFERS);
        Child process = Child.start(Pinned.to(1, command), LIMIT);
        Ports.awaitBound(port);
        return new Socat(port, process);
    }

    /** For one stream. */
    static Socat tcp(int target, int bufferBytes) throws IOException {
        int port = Ports.free();
        String from = "TCP4-LISTEN:" + port + ",bind=127.0.0.1,reuseaddr";
        Child process = Child.start(command(bufferBytes, from, "TCP4:127.0.0.1:" + target), LIMIT);
        Ports.awaitListening(port);
        return new Socat(port, process);
    }

    private static List<String> command(int bufferBytes, String from, String to) {
        return List.of(TOOL, "-b", Integer.toString(bufferBytes), from, to);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.close();
    }
}
