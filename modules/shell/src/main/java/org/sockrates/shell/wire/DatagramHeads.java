package org.sockrates.shell.wire;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.relay.Heads;
import org.sockrates.shell.session.EventListener;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.Transport;
import org.sockrates.wire.DatagramReader;

/**
 * Lets datagrams say what they are: which transport puts them there is known by the ports of the session's sockets, and
 * where neither port is one of those, it is taken for the one that was used last.
 */
final class DatagramHeads implements EventListener, DatagramReader {
    private final Map<String, Transport> transports;
    private final Map<Integer, Transport> byPort = new ConcurrentHashMap<>();
    private volatile @Nullable Transport latest;

    /** @param transports the session's, by name */
    DatagramHeads(Map<String, Transport> transports) {
        this.transports = transports;
    }

    @Override
    public void heard(String actor, SocketEvent event) {
        Transport transport = transports.get(event.transport());
        if (transport == null || !transport.traits().builtOnDatagrams()) {
            return;
        }
        latest = transport;
        InetSocketAddress local = event.local();
        if (local != null) {
            byPort.put(local.getPort(), transport);
        }
    }

    @Override
    public Optional<PacketHead> head(int from, int to, ByteBuffer datagram) {
        Transport used = latest;
        if (used == null) {
            return Optional.empty();
        }
        Transport owner = byPort.getOrDefault(to, byPort.getOrDefault(from, used));
        return Heads.of(datagram, owner::head);
    }
}
