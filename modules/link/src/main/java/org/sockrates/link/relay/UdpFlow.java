package org.sockrates.link.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.sockrates.link.Hop;
import org.sockrates.link.Link;
import org.sockrates.link.rule.Crossing;
import org.sockrates.link.rule.Way;

/** One client of a {@link UdpRelay}, and the socket that stands for it towards the server. */
final class UdpFlow {
    final InetSocketAddress client;
    final DatagramChannel back;
    final Hop up;
    final Hop down;
    final InetSocketAddress server;
    final Link.Outlet upstream;
    final Link.Outlet downstream;
    long lastNanos;
    private int underWay;
    private boolean connected = true;

    /** @param back bound and connected already */
    UdpFlow(UdpRelay relay, InetSocketAddress client, DatagramChannel back) throws IOException {
        this.client = client;
        server = relay.target();
        this.back = back;
        up = new Hop(client, relay.listen(), (InetSocketAddress) back.getLocalAddress(), relay.target());
        down = up.back();
        upstream = outlet(relay, Way.UPSTREAM);
        downstream = outlet(relay, Way.DOWNSTREAM);
    }

    private Link.Outlet outlet(UdpRelay relay, Way way) {
        return new Link.Outlet() {
            @Override
            public void deliver(ByteBuffer packet, Crossing crossing) {
                relay.deliver(UdpFlow.this, way, packet, crossing);
            }

            @Override
            public void drop(ByteBuffer packet, Crossing crossing) {
                relay.note(UdpFlow.this, way, crossing);
            }
        };
    }

    /** Whether some of its packets are held back or travel: it is not to be forgotten. */
    boolean hasUnderWay() {
        return underWay > 0;
    }

    /** Whether it made room for another client: it has no socket towards the server any more. */
    boolean isForgotten() {
        return !back.isOpen();
    }

    /** A packet, to be kept while others come. */
    static ByteBuffer copy(ByteBuffer packet) {
        return ByteBuffer.allocate(packet.remaining()).put(packet).flip();
    }

    /** One of its packets has to wait for its time. */
    void waits() {
        underWay++;
    }

    /** One that waited goes on; answers this flow, which is not silent now: its last time is this one. */
    UdpFlow goesOn(long nowNanos) {
        underWay--;
        lastNanos = nowNanos;
        return this;
    }

    /** Sends on what goes one way, to the client from the relay's front; answers whether the system took it. */
    boolean send(Way way, ByteBuffer packet, DatagramChannel front) {
        try {
            return way == Way.UPSTREAM ? sendToServer(packet) : sendToClient(packet, front);
        } catch (IOException unreachableOrForgotten) {
            return false;
        }
    }

    private boolean sendToClient(ByteBuffer packet, DatagramChannel front) throws IOException {
        boolean empty = !packet.hasRemaining();
        return front.send(packet, client) > 0 || empty;
    }

    /**
     * Sends to the server; answers whether the system took it. A closed port is told of by a failure of the call behind
     * it, which then has sent nothing itself and is made again.
     */
    private boolean sendToServer(ByteBuffer packet) throws IOException {
        if (!connected || !packet.hasRemaining()) {
            return sendUnconnected(packet);
        }
        try {
            return back.write(packet) > 0;
        } catch (PortUnreachableException earlierOne) {
            return back.write(packet) > 0;
        }
    }

    /**
     * A connected channel of Java's sends no empty datagram. So with the first one the socket is disconnected, and stays
     * so: it keeps its port, and what has arrived there, which Java's connect would throw away.
     */
    private boolean sendUnconnected(ByteBuffer packet) throws IOException {
        if (connected) {
            back.disconnect();
            connected = false;
        }
        boolean empty = !packet.hasRemaining();
        return back.send(packet, server) > 0 || empty;
    }

    void close() {
        try {
            back.close();
        } catch (IOException gone) {
            // closed all the same
        }
    }
}
