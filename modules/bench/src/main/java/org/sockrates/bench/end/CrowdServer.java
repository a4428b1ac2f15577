package org.sockrates.bench.end;

import java.io.IOException;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.ServerStyle;
import org.sockrates.transport.service.EchoService;
import org.sockrates.transport.tcp.TcpTransport;

/**
 * An echo server with one thread for a crowd. When everybody has left it says how much heap was in use at most and how
 * many descriptors it did not give back; the first peer of all is a rehearsal, after which the count begins.
 */
final class CrowdServer implements End.Program {
    @Override
    public void run(Words words) throws IOException {
        int peers = words.number("peers");
        ServerSettings settings = ServerSettings.of(Carriers.ANY_PORT, new EchoService())
                .withStyle(ServerStyle.SELECTOR)
                .withBacklog(peers)
                .withMostPeers(peers + 1);
        try (Server server = new TcpTransport().server(settings)) {
            int port = server.open().getPort();
            End.serveBeside(server);
            End.reachable(port);
            Census.awaitPeers(server, 1);
            Census.awaitPeersGone(server);
            Census census = new Census();
            Census.awaitPeers(server, 1 + peers);
            Census.awaitPeersGone(server);
            census.tell();
        }
    }
}
