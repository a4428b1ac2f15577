package org.sockrates.transport.udp;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Call;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Deadline;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/** A UDP client: create, send, receive, close. No connect: every datagram names the server. */
final class UdpClient implements Client {
    private final Transport udp;
    private final ClientSettings settings;
    private final Deadline deadline;
    private @Nullable TransportSocket socket;

    /** @param clock by which the limit runs, whoever else's datagrams come meanwhile */
    UdpClient(Transport udp, ClientSettings settings, NanoClock clock) {
        this.udp = udp;
        this.settings = settings;
        this.deadline = new Deadline(clock);
    }

    @Override
    public void open() throws IOException {
        close(); // what an earlier open made

        // 1. create; there is nothing to connect, and nothing is sent yet
        socket = udp.open(Family.of(settings.server().getAddress()));
        socket.waiting(Waiting.atMost(settings.limit()));
    }

    @Override
    public void send(ByteBuffer request) throws IOException {
        // 2. send one datagram, whole; the first send binds the socket to a free port
        opened(Call.SENDTO).sendTo(request, settings.server());
    }

    @Override
    public void finish() {
        // UDP has no end of stream: the server cannot be told that no more will come
    }

    @Override
    public int receive(ByteBuffer into) throws IOException {
        // 3. receive one datagram, of the server asked: anybody may send to an unconnected socket
        TransportSocket ours = opened(Call.RECVFROM);
        int start = into.position();
        deadline.begin(Waiting.atMost(settings.limit()));
        do {
            into.position(start);
            ours.waiting(deadline.rest(Call.RECVFROM));
        } while (!settings.server().equals(ours.receiveFrom(into)));
        return into.position() - start;
    }

    @Override
    public void close() throws IOException {
        // 4. close; the server does not notice
        if (socket != null) {
            socket.close();
        }
    }

    private TransportSocket opened(Call call) throws SocketCallException {
        if (socket == null) {
            throw new SocketCallException(call, Errno.ENOTCONN);
        }
        return socket;
    }
}
