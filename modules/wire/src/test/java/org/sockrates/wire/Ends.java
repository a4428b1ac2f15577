package org.sockrates.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.sockrates.link.LinkSpec;
import org.sockrates.transport.Family;

/** A wire with a plain server and a plain client of Java's at its ends. */
final class Ends implements AutoCloseable {
    private static final int NOBODYS_PORT = 9;

    final Wire wire;
    private final Family family;
    private final ServerSocketChannel door;

    private Ends(Wire wire, Family family) throws IOException {
        this.wire = wire;
        this.family = family;
        door = ServerSocketChannel.open().bind(serveOn());
    }

    static Ends of(String link) throws IOException {
        return of(link, Family.AF_INET);
    }

    static Ends of(String link, Family family) throws IOException {
        return of(link, family, WireSettings.USUAL);
    }

    static Ends of(String link, Family family, WireSettings settings) throws IOException {
        return new Ends(Wire.open(settings, LinkSpec.parse(link)), family);
    }

    InetSocketAddress serveOn() {
        return new InetSocketAddress(wire.here(family), 0);
    }

    /** Where the other end reaches what is bound here. */
    InetSocketAddress towards(NetworkChannel bound) throws IOException {
        return wire.towards((InetSocketAddress) bound.getLocalAddress());
    }

    /** Where nobody listens. */
    InetSocketAddress nobody() {
        return new InetSocketAddress(wire.there(family), NOBODYS_PORT);
    }

    /** A UDP socket bound here. */
    DatagramChannel datagrams() throws IOException {
        return DatagramChannel.open().bind(serveOn());
    }

    /** Captures both ends from now on. */
    WireCapture capture(OutputStream out) throws IOException {
        return WireCapture.begin(wire, List.of(WireCapture.End.values()), out, "Sockrates test");
    }

    SocketChannel connect() throws IOException {
        SocketChannel client = SocketChannel.open();
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        client.connect(towards(door));
        return client;
    }

    SocketChannel accept() throws IOException {
        return door.accept();
    }

    /** What is accepted from now on has a buffer of no more than about so many bytes, and offers a window to match. */
    void receiveInto(int bytes) throws IOException {
        door.setOption(StandardSocketOptions.SO_RCVBUF, bytes);
    }

    /** Sends so many bytes in one call and waits until the other end has them all. */
    static void carry(SocketChannel from, SocketChannel to, int bytes) throws IOException {
        from.write(ByteBuffer.allocate(bytes));
        receive(to, bytes);
    }

    static void receive(SocketChannel at, int bytes) throws IOException {
        ByteBuffer got = ByteBuffer.allocate(bytes);
        while (got.hasRemaining()) {
            if (at.read(got) < 0) {
                throw new IOException("ended after " + got.position() + " of " + bytes + " bytes");
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        wire.close();
    }
}
