package org.sockrates.transport.serving;

import java.io.IOException;
import java.util.Optional;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/** One peer after the other. The second one is connected, and may send, but nobody reads it until the first is gone. */
public final class IterativeLoop implements AcceptLoop {
    @Override
    public void run(TransportSocket door, Dialogue dialogue, PeerTable peers) throws IOException {
        door.waiting(Waiting.unlimited());
        try (IdleWatch watch = new IdleWatch(peers, dialogue.settings().idleLimit())) {
            Optional<Peer> peer = peers.accept(door);
            while (peer.isPresent()) {
                dialogue.hold(peer.get());
                peer = peers.accept(door);
            }
        }
    }
}
