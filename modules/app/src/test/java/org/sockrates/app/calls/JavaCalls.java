package org.sockrates.app.calls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;
import org.sockrates.transport.udp.UdpTransport;

/** Calls as Sockrates' own sockets make them, told as {@code calls.py} tells its own. */
final class JavaCalls implements Calls {
    private static final int SHOWN_BYTES = 40;
    private static final int MOST_BYTES = 1 << 20;

    private final Map<String, Transport> transports = Map.of("tcp", new TcpTransport(), "udp", new UdpTransport());
    private final Map<String, TransportSocket> sockets = new HashMap<>();
    private int firstPort;

    @Override
    public void begin(int port) throws IOException {
        close();
        firstPort = port;
    }

    @Override
    public String make(String call) throws IOException {
        String[] words = call.split(" ");
        try {
            if (words[0].equals("socket")) {
                open(words);
                return "0";
            }
            TransportSocket socket = sockets.get(words[1]);
            return socket == null ? "no such socket" : made(socket, words);
        } catch (SocketCallException failure) {
            return failure.errno().name();
        } catch (RuntimeException bug) {
            return "a bug: " + bug;
        }
    }

    /** Without Nagle, or bytes would wait for the clock. */
    private void open(String[] words) throws IOException {
        Family family = words[words.length - 1].equals("--ipv6") ? Family.AF_INET6 : Family.AF_INET;
        TransportSocket socket = transports.get(words[1]).open(family);
        sockets.put(words[3], socket);
        socket.waiting(Waiting.NOT_AT_ALL);
        if (words[1].equals("tcp")) {
            socket.option("TCP_NODELAY", "on");
        }
    }

    private String made(TransportSocket socket, String[] words) throws IOException {
        switch (words[0]) {
            case "bind" -> socket.bind(address(words));
            case "listen" -> socket.listen(Integer.parseInt(words[2]));
            case "accept" -> {
                return accepted(socket, words[3]);
            }
            case "connect" -> connect(socket, address(words));
            case "send" -> {
                return words.length > 3 ? sentUrgent(socket, words[2]) : socket.send(payload(words[2])) + "";
            }
            case "gather" -> {
                ByteBuffer[] parts = {payload(words[2]), payload(words[3]), payload(words[4])};
                return socket.send(parts, 0, parts.length) + "";
            }
            case "sendto" -> {
                return socket.sendTo(payload(words[4]), address(words)) + "";
            }
            case "recv" -> {
                return received(socket, ByteBuffer.allocate(Integer.parseInt(words[2])));
            }
            case "recvfrom" -> {
                return receivedFrom(socket, ByteBuffer.allocate(Integer.parseInt(words[2])));
            }
            case "drain" -> {
                return drained(socket);
            }
            case "ready" -> {
                return ready(socket);
            }
            case "shutdown" -> socket.shutdown(Direction.valueOf(words[2].toUpperCase(Locale.ROOT)));
            case "close" -> close(socket, words.length > 2);
            case "names" -> {
                return names(socket);
            }
            case "join" -> socket.join(InetAddress.getByName(words[2]), NetworkInterface.getByName("lo"));
            case "leave" -> socket.leave(InetAddress.getByName(words[2]), NetworkInterface.getByName("lo"));
            case "options" -> {
                return option(socket, words);
            }
            default -> throw new AssertionError(words[0]);
        }
        return "0";
    }

    private String accepted(TransportSocket door, String name) throws IOException {
        TransportSocket socket = door.accept();
        sockets.put(name, socket);
        socket.waiting(Waiting.NOT_AT_ALL);
        return told(socket.remote());
    }

    private static void connect(TransportSocket socket, InetSocketAddress peer) throws IOException {
        socket.waiting(Waiting.atMost(Bench.LIMIT));
        try {
            socket.connect(peer);
        } finally {
            socket.waiting(Waiting.NOT_AT_ALL);
        }
    }

    private static String sentUrgent(TransportSocket socket, String word) throws IOException {
        socket.sendUrgent((byte) word.charAt(0));
        return "1";
    }

    private static String received(TransportSocket socket, ByteBuffer into) throws IOException {
        socket.receive(into);
        return shown(into.flip());
    }

    private String receivedFrom(TransportSocket socket, ByteBuffer into) throws IOException {
        InetSocketAddress sender = socket.receiveFrom(into);
        boolean datagram = socket.transport().traits().keepsBoundaries();
        return shown(into.flip()) + (datagram ? " from " + told(sender) : "");
    }

    /** All that waits, and why there is no more; a datagram that met a closed port is a mark in between. */
    private static String drained(TransportSocket socket) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(MOST_BYTES);
        while (true) {
            try {
                if (socket.receive(all) == TransportSocket.END_OF_STREAM) {
                    return shown(all.flip()) + " end";
                }
            } catch (SocketCallException failure) {
                if (failure.errno() != Errno.ECONNREFUSED) {
                    return shown(all.flip()) + " " + failure.errno();
                }
                all.put((byte) '!');
            }
        }
    }

    /** Whether it can be read, or has somebody to accept, and whether it can be written. */
    private static String ready(TransportSocket socket) throws IOException {
        if (socket.phase() == Phase.CLOSED) {
            return Errno.EBADF.name();
        }
        SelectableChannel channel = socket.selectable().orElseThrow();
        try (Selector selector = Selector.open()) {
            SelectionKey key = channel.register(selector, channel.validOps() & ~SelectionKey.OP_CONNECT);
            selector.selectNow();
            return (key.isReadable() || key.isAcceptable() ? "read" : "") + (key.isWritable() ? "write" : "");
        }
    }

    private static void close(TransportSocket socket, boolean reset) throws IOException {
        if (reset) {
            socket.abort();
        } else {
            socket.close();
        }
    }

    private String names(TransportSocket socket) {
        if (socket.phase() == Phase.CLOSED) {
            return Errno.EBADF + ", " + Errno.EBADF;
        }
        InetSocketAddress local = socket.local();
        InetSocketAddress remote = socket.remote();
        return (local == null ? "any 0" : told(local)) + ", " + (remote == null ? Errno.ENOTCONN : told(remote));
    }

    private static String option(TransportSocket socket, String[] words) throws IOException {
        if (words.length > 3) {
            socket.option(words[2], words[3]);
            return "0";
        }
        return socket.phase() == Phase.CLOSED
                ? Errno.EBADF.name()
                : socket.options().getOrDefault(words[2], Errno.ENOPROTOOPT.name());
    }

    private InetSocketAddress address(String[] words) throws IOException {
        boolean own = words[3].startsWith("p");
        int port = own ? firstPort + Integer.parseInt(words[3].substring(1)) : Integer.parseInt(words[3]);
        return new InetSocketAddress(InetAddress.getByName(words[2]), port);
    }

    private String told(@Nullable InetSocketAddress where) {
        if (where == null) {
            return "nobody";
        }
        String host = where.getAddress().isAnyLocalAddress() ? "any" : CallText.host(where.getAddress());
        boolean own = where.getPort() >= firstPort && where.getPort() < firstPort + PORTS;
        return host + " " + (own ? "p" + (where.getPort() - firstPort) : where.getPort() == 0 ? "0" : "chosen");
    }

    private static ByteBuffer payload(String word) {
        if (!word.startsWith("#")) {
            return Payload.of(word.replace("\"", ""));
        }
        byte[] bytes = new byte[Integer.parseInt(word.substring(1))];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ('a' + i % 26);
        }
        return ByteBuffer.wrap(bytes);
    }

    private static String shown(ByteBuffer data) {
        int size = data.remaining();
        if (size <= SHOWN_BYTES) {
            return size + " \"" + Payload.text(data) + "\"";
        }
        CRC32 sum = new CRC32();
        sum.update(data);
        return String.format("%d crc %08x", size, sum.getValue());
    }

    @Override
    public void close() throws IOException {
        for (TransportSocket socket : sockets.values()) {
            socket.abort();
        }
        sockets.clear();
    }
}
