package org.sockrates.compare.experiment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sockrates.link.Passage;
import org.sockrates.transport.Phase;
import org.sockrates.transport.TransportSocket;

/** A server that answers each client once, and keeps every socket it is given. */
final class Host implements AutoCloseable {
    private final TransportSocket door;
    private final boolean connects;
    private final List<TransportSocket> taken = new CopyOnWriteArrayList<>();
    private final Set<InetSocketAddress> peers = ConcurrentHashMap.newKeySet();

    Host(TransportSocket door) {
        this.door = door;
        this.connects = door.transport().traits().connectionOriented();
    }

    /** Serves until the door is closed, and says how many it took. */
    int serve(Passage passage) throws IOException {
        UntilClosed.serve(passage, () -> answer(connects ? accept() : door));
        return taken.size();
    }

    private TransportSocket accept() throws IOException {
        TransportSocket peer = door.accept();
        peer.waiting(door.waiting());
        taken.add(peer);
        if (door.phase() == Phase.CLOSED) {
            peer.close(); // it came too late to be among those that closing has closed
        }
        return peer;
    }

    private void answer(TransportSocket socket) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(64);
        InetSocketAddress from = socket.receiveFrom(message);
        if (from != null) {
            peers.add(from);
            socket.sendTo(message.flip(), from);
        }
    }

    long held() {
        long open =
                taken.stream().filter(socket -> socket.phase() != Phase.CLOSED).count();
        return open + (door.phase() == Phase.CLOSED ? 0 : 1);
    }

    long peers() {
        return peers.size();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (TransportSocket socket : taken) {
            socket.close();
        }
    }
}
