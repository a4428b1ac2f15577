package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sockrates.transport.Family;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.tcp.TcpTransport;

/**
 * A hello server written with our sockets, one call after the other, as its sister in Python is with Python's. It serves
 * its ports one after the other, so many exchanges at each.
 */
final class PlainHelloServer implements End.Program {
    private final Transport tcp = new TcpTransport();

    @Override
    public void run(Words words) throws IOException {
        List<TransportSocket> doors = new ArrayList<>();
        for (int i = 0; i < words.number("ports"); i++) {
            TransportSocket door = tcp.open(Family.AF_INET);
            door.bind(Carriers.ANY_PORT);
            door.listen(Hello.BACKLOG);
            doors.add(door);
        }
        End.reachable(doors.stream()
                .mapToInt(door -> Objects.requireNonNull(door.local()).getPort())
                .toArray());
        for (TransportSocket door : doors) {
            serve(door, words.manner().waiting(), words.number("count"));
            door.close();
        }
    }

    private static void serve(TransportSocket door, Waiting waiting, int exchanges) throws IOException {
        ByteBuffer request = ByteBuffer.allocateDirect(1_024);
        ByteBuffer reply = ByteBuffer.allocateDirect(Hello.REPLY.length).put(Hello.REPLY);
        door.waiting(waiting);
        for (int i = 0; i < exchanges; i++) {
            try (TransportSocket peer = door.accept()) {
                peer.waiting(waiting);
                while (peer.receive(request.clear()) != TransportSocket.END_OF_STREAM) {
                    peer.send(reply.flip());
                }
            }
        }
    }
}
