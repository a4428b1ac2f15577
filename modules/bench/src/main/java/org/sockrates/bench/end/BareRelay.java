package org.sockrates.bench.end;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/**
 * What Java's channels take to receive a datagram and send it on, both ways, for one client: no link, no log, no clock. In
 * a process of its own, until it is ended.
 */
final class BareRelay implements End.Program {
    private static final int SOCKET_BUFFER_BYTES = 4 << 20;
    private static final int BURST = 64;

    @Override
    public void run(Words words) throws IOException {
        try (DatagramChannel front = open();
                DatagramChannel back = open();
                Selector selector = Selector.open()) {
            front.bind(Carriers.ANY_PORT);
            back.connect(words.loopback("target"));
            front.register(selector, SelectionKey.OP_READ);
            back.register(selector, SelectionKey.OP_READ);
            End.reachable(((InetSocketAddress) front.getLocalAddress()).getPort());
            ByteBuffer buffer = ByteBuffer.allocateDirect(65_536);
            SocketAddress client = null;
            while (true) {
                selector.select();
                selector.selectedKeys().clear();
                for (int i = 0; i < BURST; i++) {
                    SocketAddress from = front.receive(buffer.clear());
                    if (from == null) {
                        break;
                    }
                    client = from;
                    sendOn(back, buffer.flip());
                }
                while (client != null && received(back, buffer)) {
                    front.send(buffer.flip(), client);
                }
            }
        }
    }

    private static boolean received(DatagramChannel back, ByteBuffer buffer) throws IOException {
        try {
            return back.receive(buffer.clear()) != null;
        } catch (PortUnreachableException nobodyThere) {
            return false;
        }
    }

    private static DatagramChannel open() throws IOException {
        DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER_BYTES);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER_BYTES);
        channel.configureBlocking(false);
        return channel;
    }

    private static void sendOn(DatagramChannel back, ByteBuffer datagram) throws IOException {
        try {
            back.write(datagram);
        } catch (PortUnreachableException nobodyThere) {
            // it is lost
        }
    }
}
