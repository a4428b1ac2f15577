package org.sockrates.bench.process;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Loopback ports for peers that cannot choose one themselves, and a look whether they listen yet. */
public final class Ports {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Ports() {}

    /** A port that nobody holds now, for TCP and for UDP. */
    public static int free() throws IOException {
        while (true) {
            try (ServerSocket stream = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    DatagramSocket datagrams = new DatagramSocket(null)) {
                datagrams.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), stream.getLocalPort()));
                return stream.getLocalPort();
            } catch (BindException taken) {
                // by a datagram socket of somebody else: another one
            }
        }
    }

    /** Waits until the kernel's tables show a listening stream socket at the port. Nothing is sent to it. */
    public static void awaitListening(int port) throws IOException {
        await("tcp", port, "0A");
    }

    /** Waits until a datagram socket is bound to the port. */
    public static void awaitBound(int port) throws IOException {
        await("udp", port, "07");
    }

    private static void await(String table, int port, String state) throws IOException {
        String row = String.format(Locale.ROOT, "\\s*\\d+: \\w+:%04X \\w+:0000 %s ", port, state);
        Pattern pattern = Pattern.compile(row);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            for (String name : List.of(table, table + "6")) {
                for (String line : Files.readAllLines(Path.of("/proc/net", name))) {
                    if (pattern.matcher(line).lookingAt()) {
                        return;
                    }
                }
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new IOException(table + " port " + port + ": nobody is there after " + LIMIT.toSeconds() + " s");
    }
}
