package org.sockrates.bench.end;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.transport.Family;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.tcp.TcpTransport;

/** A crowd of connections, open at the same time; each sends numbered messages and checks that every one comes back. */
final class CrowdClients implements End.Program {
    private static final int MESSAGE_BYTES = 64;

    private final ByteBuffer message = ByteBuffer.allocateDirect(MESSAGE_BYTES);

    @Override
    public void run(Words words) throws IOException {
        int peers = words.number("peers");
        int echoes = words.number("echoes") / peers;
        rehearse(words.loopback("port"));
        Census census = new Census();
        long start = System.nanoTime();
        List<TransportSocket> crowd = crowd(words.loopback("port"), peers);
        long lost = 0;
        for (int round = 0; round < echoes; round++) {
            for (int i = 0; i < peers; i++) {
                send(crowd.get(i), number(round, i));
            }
            for (int i = 0; i < peers; i++) {
                lost += cameBack(crowd.get(i), number(round, i)) ? 0 : 1;
            }
        }
        End.result("lost", (double) lost);
        End.result("seconds", (System.nanoTime() - start) / 1e9);
        for (TransportSocket each : crowd) {
            each.close();
        }
        census.tell();
    }

    /** One peer comes and goes, so that whatever a process opens once and for all is open. */
    private void rehearse(InetSocketAddress server) throws IOException {
        try (TransportSocket first = crowd(server, 1).get(0)) {
            send(first, 0);
            if (!cameBack(first, 0)) {
                throw new IOException("the server does not echo");
            }
        }
    }

    private static List<TransportSocket> crowd(InetSocketAddress server, int peers) throws IOException {
        Transport tcp = new TcpTransport();
        List<TransportSocket> crowd = new ArrayList<>(peers);
        for (int i = 0; i < peers; i++) {
            TransportSocket socket = tcp.open(Family.AF_INET);
            socket.connect(server);
            socket.waiting(Waiting.unlimited());
            crowd.add(socket);
        }
        return crowd;
    }

    private static long number(int round, int peer) {
        return (long) round << 32 | peer;
    }

    private void send(TransportSocket socket, long number) throws IOException {
        message.clear().putLong(0, number).putLong(MESSAGE_BYTES - Long.BYTES, ~number);
        while (message.hasRemaining()) {
            socket.send(message);
        }
    }

    private boolean cameBack(TransportSocket socket, long number) throws IOException {
        message.clear();
        while (message.hasRemaining()) {
            if (socket.receive(message) < 0) {
                return false;
            }
        }
        return message.getLong(0) == number && message.getLong(MESSAGE_BYTES - Long.BYTES) == ~number;
    }
}
