package org.sockrates.transport.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Call;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.framing.FrameException;
import org.sockrates.transport.framing.LengthPrefix;
import org.sockrates.transport.framing.Messages;

/** One send is one receive, over a socket of TCP: each message follows its length. All else TCP does. */
final class MessageSocket implements TransportSocket {
    private static final ByteBuffer NOTHING = ByteBuffer.allocateDirect(0);

    private final Transport transport;
    private final TransportSocket tcp;
    private final LengthPrefix framing;
    private final Messages arriving;
    private final ReentrantLock sending = new ReentrantLock();
    private ByteBuffer frame = NOTHING;

    /** What TCP had no room for of the message sent last: it was promised, and goes first. */
    private volatile ByteBuffer rest = NOTHING;

    MessageSocket(Transport transport, TransportSocket tcp) {
        this.transport = transport;
        this.tcp = tcp;
        this.framing = new LengthPrefix(transport.traits().largestMessageBytes());
        this.arriving = new Messages(tcp, framing);
    }

    @Override
    public int send(ByteBuffer message) throws IOException {
        int size = message.remaining();
        if (size > framing.mostBytes()) {
            throw new SocketCallException(
                    Call.SEND, Errno.EMSGSIZE, size + " bytes (limit: " + framing.mostBytes() + "); split it");
        }
        sending.lock();
        try {
            sendRest();
            rest = NOTHING;
            tcp.send(framed(message)); // some of it, or it fails
            rest = frame;
        } finally {
            sending.unlock();
        }
        message.position(message.limit());
        return size;
    }

    private ByteBuffer framed(ByteBuffer message) {
        int head = framing.headBytes();
        int size = message.remaining();
        if (frame.capacity() < head + size) {
            frame = ByteBuffer.allocateDirect(head + size);
        }
        framing.mark(message, frame.clear(), NOTHING);
        return frame.put(head, message, message.position(), size).rewind().limit(head + size);
    }

    private void sendRest() throws IOException {
        while (rest.hasRemaining()) {
            tcp.send(rest);
        }
    }

    @Override
    public int receive(ByteBuffer into) throws IOException {
        try {
            return arriving.receive(into);
        } catch (FrameException broken) {
            throw new SocketCallException(Call.RECV, Errno.EPROTO, broken.getMessage(), broken);
        }
    }

    @Override
    public int truncatedBytes() {
        return arriving.truncatedBytes();
    }

    @Override
    public TransportSocket accept() throws IOException {
        return new MessageSocket(transport, tcp.accept());
    }

    @Override
    public void shutdown(Direction direction) throws IOException {
        if (direction.out() && sending.tryLock()) { // a send under way is cut, as it is in TCP
            try {
                sendRest();
            } finally {
                sending.unlock();
            }
        }
        tcp.shutdown(direction);
    }

    /** A message that was promised and cannot go any more is no polite end. */
    @Override
    public void close() throws IOException {
        if (rest.hasRemaining()) {
            tcp.abort();
        }
        tcp.close();
    }

    @Override
    public boolean abort() throws IOException {
        return tcp.abort();
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public Family family() {
        return tcp.family();
    }

    @Override
    public Phase phase() {
        return tcp.phase();
    }

    @Override
    public @Nullable InetSocketAddress local() {
        return tcp.local();
    }

    @Override
    public @Nullable InetSocketAddress remote() {
        return tcp.remote();
    }

    @Override
    public Waiting waiting() {
        return tcp.waiting();
    }

    @Override
    public void waiting(Waiting waiting) {
        tcp.waiting(waiting);
    }

    @Override
    public void bind(InetSocketAddress local) throws IOException {
        tcp.bind(local);
    }

    @Override
    public void listen(int backlog) throws IOException {
        tcp.listen(backlog);
    }

    @Override
    public void connect(InetSocketAddress remote) throws IOException {
        tcp.connect(remote);
    }

    @Override
    public Map<String, String> options() {
        return tcp.options();
    }

    @Override
    public void option(String name, String value) throws IOException {
        tcp.option(name, value);
    }

    @Override
    public void wake() {
        tcp.wake();
    }
}
