package org.sockrates.bench.end;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.sockrates.transport.Family;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.rdt.socket.SelectiveRepeatTransport;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

/**
 * Opens either end of a carrier as its words say. A datagram server connects back to the sender of the first datagram and
 * answers it, so that both ends are connected before the measurement: Java's connect throws away what came before it.
 */
final class Carriers {
    static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private Carriers() {}

    static Carrier accepted(Words words) throws IOException {
        if (words.raw()) {
            return words.udp() ? rawDatagramServer(words) : rawStreamServer(words);
        }
        return new TransportCarrier(words.udp() ? greeted(words) : accepted(words, 1));
    }

    private static ByteBuffer hello() {
        return ByteBuffer.wrap(new byte[] {'?'});
    }

    /** Our datagram socket, connected to whoever sent the first datagram. */
    static TransportSocket greeted(Words words) throws IOException {
        TransportSocket socket = transport(words).open(Family.AF_INET);
        buffers(words, socket);
        socket.bind(ANY_PORT);
        socket.waiting(words.manner().waiting());
        End.reachable(Objects.requireNonNull(socket.local()).getPort());
        socket.connect(Objects.requireNonNull(socket.receiveFrom(ByteBuffer.allocateDirect(65_536))));
        socket.send(hello());
        return socket;
    }

    private static TransportSocket accepted(Words words, int backlog) throws IOException {
        try (TransportSocket door = transport(words).open(Family.AF_INET)) {
            door.bind(ANY_PORT);
            door.listen(backlog);
            End.reachable(Objects.requireNonNull(door.local()).getPort());
            TransportSocket peer = door.accept();
            atOnce(words, peer);
            peer.waiting(words.manner().waiting());
            return peer;
        }
    }

    static Carrier connected(Words words) throws IOException {
        Carrier carrier = words.raw() ? rawConnected(words) : transportConnected(words);
        if (words.udp()) {
            carrier.send(hello());
            carrier.receive(ByteBuffer.allocateDirect(65_536));
        }
        return carrier;
    }

    private static Carrier transportConnected(Words words) throws IOException {
        TransportSocket socket = transport(words).open(Family.AF_INET);
        buffers(words, socket);
        socket.connect(words.loopback("port"));
        atOnce(words, socket);
        socket.waiting(words.manner().waiting());
        return new TransportCarrier(socket);
    }

    private static Transport transport(Words words) {
        return switch (words.text("protocol")) {
            case "udp" -> new UdpTransport();
            case "rdt-sr" -> new SelectiveRepeatTransport();
            default -> new TcpTransport();
        };
    }

    private static void atOnce(Words words, TransportSocket socket) throws IOException {
        if (words.text("protocol").equals("tcp")) {
            socket.option("TCP_NODELAY", "on");
        }
    }

    private static void buffers(Words words, TransportSocket socket) throws IOException {
        if (words.number("buffer") > 0) {
            socket.option("SO_RCVBUF", words.text("buffer"));
            socket.option("SO_SNDBUF", words.text("buffer"));
        }
    }

    private static Carrier rawConnected(Words words) throws IOException {
        if (words.udp()) {
            DatagramChannel channel = rawDatagram(words).connect(words.loopback("port"));
            return new DatagramCarrier(channel, Patience.of(words.manner(), channel));
        }
        SocketChannel channel = SocketChannel.open(words.loopback("port"));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new StreamCarrier(channel, Patience.of(words.manner(), channel));
    }

    private static Carrier rawStreamServer(Words words) throws IOException {
        try (ServerSocketChannel door = ServerSocketChannel.open().bind(ANY_PORT, 1)) {
            End.reachable(door.socket().getLocalPort());
            SocketChannel channel = door.accept();
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            return new StreamCarrier(channel, Patience.of(words.manner(), channel));
        }
    }

    private static Carrier rawDatagramServer(Words words) throws IOException {
        DatagramChannel channel = rawDatagram(words).bind(ANY_PORT);
        End.reachable(channel.socket().getLocalPort());
        channel.connect(channel.receive(ByteBuffer.allocateDirect(65_536)));
        channel.write(hello());
        return new DatagramCarrier(channel, Patience.of(words.manner(), channel));
    }

    private static DatagramChannel rawDatagram(Words words) throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        if (words.number("buffer") > 0) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, words.number("buffer"));
            channel.setOption(StandardSocketOptions.SO_SNDBUF, words.number("buffer"));
        }
        return channel;
    }
}
