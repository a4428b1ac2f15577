package org.sockrates.transport.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sockrates.transport.Family;
import org.sockrates.transport.ServerStyle;
import org.sockrates.transport.testkit.Child;
import org.sockrates.transport.text.HostText;

/** A {@link ServerProcess}, seen by a test: plain sockets of Java talk to it. */
final class EchoingServer implements AutoCloseable {
    private final Child process;
    private final InetSocketAddress address;

    /** @param mostDescriptors it may have open */
    EchoingServer(ServerStyle style, long idleMillis, int mostDescriptors, String heap) throws Exception {
        process = Child.java(
                mostDescriptors, List.of("-Xmx" + heap), ServerProcess.class, style.name(), Long.toString(idleMillis));
        address = new InetSocketAddress(HostText.loopback(Family.AF_INET), Integer.parseInt(process.line()));
    }

    InetSocketAddress address() {
        return address;
    }

    Socket connect() throws IOException {
        return connected(address);
    }

    /** A client of any server; it waits for nothing longer than ten seconds. */
    static Socket connected(InetSocketAddress server) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(10));
        socket.connect(server, (int) TimeUnit.SECONDS.toMillis(10));
        return socket;
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What comes back, as much as was sent. */
    static String ask(Socket socket, String text) throws IOException {
        send(socket, text);
        return read(socket, text.length());
    }

    static String read(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }

    /** What the server has counted. */
    record Counts(int openSockets, int peers, long receivedBytes) {}

    Counts counts() throws Exception {
        process.say("");
        String[] words = process.line().split(" ", -1);
        return new Counts(Integer.parseInt(words[0]), Integer.parseInt(words[1]), Long.parseLong(words[2]));
    }

    int descriptors() throws IOException {
        return process.descriptors();
    }

    String errors() throws IOException {
        return process.errors();
    }

    /** Lets it end, and gives its exit status. */
    int end() throws Exception {
        return process.end();
    }

    @Override
    public void close() throws Exception {
        process.close();
    }
}
