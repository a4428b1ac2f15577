package org.sockrates.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import org.sockrates.transport.Family;

/**
 * The first packets of a wire, before anybody has it: with them the JVM loads what the mirror is made of, which takes
 * milliseconds that would else be in the round trip of the first connection. A datagram, and a connection that is made,
 * carries a byte and is reset, so that nothing waits behind it. Where they do not come back in time, some may be in the
 * device yet, and go away with it alone.
 */
final class WarmUp {
    private static final int LIMIT_MILLIS = 200;

    private WarmUp() {}

    /** Sends them, and waits until they have come back; answers whether they did in time, so that none is to come any more. */
    static boolean send(WireDevice device) {
        InetAddress here = device.here(Family.AF_INET);
        InetAddress there = device.there(Family.AF_INET);
        try {
            datagram(here, there);
            connection(here, there);
            return true;
        } catch (IOException cold) {
            return false;
        }
    }

    private static void datagram(InetAddress here, InetAddress there) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, here)) {
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.send(new DatagramPacket(new byte[1], 1, there, socket.getLocalPort()));
            socket.receive(new DatagramPacket(new byte[1], 1));
        }
    }

    private static void connection(InetAddress here, InetAddress there) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, here);
                Socket client = new Socket()) {
            door.setSoTimeout(LIMIT_MILLIS);
            client.setSoLinger(true, 0);
            client.connect(new InetSocketAddress(there, door.getLocalPort()), LIMIT_MILLIS);
            try (Socket served = door.accept()) {
                served.setSoTimeout(LIMIT_MILLIS);
                served.setSoLinger(true, 0);
                client.getOutputStream().write(0);
                served.getInputStream().read();
                client.close();
                awaitReset(served);
            }
        }
    }

    /** The last that is sent; a read's own time limit is no SocketException. */
    private static void awaitReset(Socket served) throws IOException {
        try {
            served.getInputStream().read();
        } catch (SocketException reset) {
            return;
        }
        throw new EOFException("closed where it was to be reset");
    }
}
