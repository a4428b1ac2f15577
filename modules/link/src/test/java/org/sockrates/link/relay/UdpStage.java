package org.sockrates.link.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Overflows;
import org.sockrates.transport.Family;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.testkit.Leaks;
import org.sockrates.transport.text.HostText;

/**
 * A server, a relay before it, and clients: plain datagram sockets of Java, each with a limit; at the end all are
 * closed, and nothing is left.
 */
final class UdpStage implements AutoCloseable {
    private static final int LIMIT_MILLIS = 5000;

    private final Leaks leaks = Leaks.before();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Family family;
    private final DatagramSocket server;

    UdpStage() {
        this(Family.AF_INET);
    }

    UdpStage(Family family) {
        this.family = family;
        try {
            server = socket();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    DatagramSocket socket() throws IOException {
        DatagramSocket socket = new DatagramSocket(0, HostText.loopback(family));
        socket.setSoTimeout(LIMIT_MILLIS);
        open.add(0, socket);
        return socket;
    }

    DatagramSocket server() {
        return server;
    }

    InetSocketAddress loopback(int port) {
        return new InetSocketAddress(HostText.loopback(family), port);
    }

    RelaySettings settings() {
        return RelaySettings.of("udp", loopback(0), loopback(server.getLocalPort()));
    }

    UdpRelay relay(String link) throws IOException {
        return relay(settings(), link);
    }

    UdpRelay relay(RelaySettings settings, String link) throws IOException {
        UdpRelay relay = new UdpRelay(settings, LinkSpec.parse(link), SystemClock.INSTANCE);
        open.add(0, relay);
        return relay;
    }

    /** A relay that can tell one datagram from another. */
    UdpRelay relay(Function<ByteBuffer, Optional<PacketHead>> heads) throws IOException {
        UdpRelay relay = new UdpRelay(settings(), LinkSpec.NONE, SystemClock.INSTANCE, heads);
        open.add(0, relay);
        return relay;
    }

    /** A relay that is told what was thrown away at its sockets. */
    UdpRelay relay(RelaySettings settings, Overflows overflows) throws IOException {
        UdpRelay relay =
                new UdpRelay(settings, LinkSpec.NONE, SystemClock.INSTANCE, datagram -> Optional.empty(), overflows);
        open.add(0, relay);
        return relay;
    }

    static void send(DatagramSocket from, InetSocketAddress to, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        from.send(new DatagramPacket(bytes, bytes.length, to));
    }

    static DatagramPacket receive(DatagramSocket at) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        at.receive(packet);
        return packet;
    }

    static InetSocketAddress sender(DatagramPacket packet) {
        return (InetSocketAddress) packet.getSocketAddress();
    }

    static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    static String receiveText(DatagramSocket at) throws IOException {
        return text(receive(at));
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        leaks.check();
    }

    /** Whether nobody has the port of an address. */
    static boolean portIsFree(InetSocketAddress address) {
        try (DatagramSocket probe = new DatagramSocket(address)) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
