package org.sockrates.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Arguments.Address;
import org.sockrates.transport.Arguments.Backlog;
import org.sockrates.transport.Arguments.Flag;
import org.sockrates.transport.Arguments.Half;
import org.sockrates.transport.Arguments.Kind;
import org.sockrates.transport.Arguments.Membership;
import org.sockrates.transport.Arguments.Message;
import org.sockrates.transport.Arguments.Messages;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Arguments.Option;
import org.sockrates.transport.Arguments.Room;
import org.sockrates.transport.SocketEvent.Remark;
import org.sockrates.transport.SocketEvent.Returned;

/** A socket that tells an observer of every call it passes on to another. It changes nothing. */
public final class ObservedSocket implements TransportSocket {
    private final TransportSocket socket;
    private final Observation observation;
    private final Witness witness;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ObservedSocket(TransportSocket socket, Observation observation) {
        this.socket = socket;
        this.observation = observation;
        this.witness = new Witness(socket, observation);
    }

    /** Makes the socket that is to be observed. */
    @FunctionalInterface
    public interface Maker {
        TransportSocket make() throws IOException;
    }

    /**
     * A fresh socket, observed; reports {@code socket(…) = 3}, or why there is none.
     *
     * @param type its C type, {@code SOCK_STREAM}
     */
    public static ObservedSocket create(
            Transport transport, Family family, String type, Observation observation, Maker maker) throws IOException {
        long start = observation.clock().nanoTime();
        Arguments arguments = new Kind(family, type);
        try {
            ObservedSocket observed = new ObservedSocket(maker.make(), observation);
            observed.witness.made(observed.witness, start, Call.SOCKET, arguments, null);
            return observed;
        } catch (IOException failure) {
            throw Witness.unmade(observation, start, transport, arguments, failure);
        }
    }

    /** Its small number. */
    public int number() {
        return witness.number();
    }

    @Override
    public Transport transport() {
        return socket.transport();
    }

    @Override
    public Family family() {
        return socket.family();
    }

    @Override
    public Phase phase() {
        return socket.phase();
    }

    @Override
    public @Nullable InetSocketAddress local() {
        return socket.local();
    }

    @Override
    public @Nullable InetSocketAddress remote() {
        return socket.remote();
    }

    @Override
    public Waiting waiting() {
        return socket.waiting();
    }

    @Override
    public void waiting(Waiting waiting) {
        socket.waiting(waiting);
    }

    @Override
    public void bind(InetSocketAddress local) throws IOException {
        report(Call.BIND, address(local), () -> socket.bind(local));
    }

    @Override
    public void listen(int backlog) throws IOException {
        report(Call.LISTEN, new Backlog(backlog), () -> socket.listen(backlog));
    }

    @Override
    public TransportSocket accept() throws IOException {
        long start = witness.begin(Call.ACCEPT, None.NONE, null);
        try {
            TransportSocket accepted = socket.accept();
            ObservedSocket observed = new ObservedSocket(accepted, observation);
            InetSocketAddress from = accepted.remote();
            witness.made(observed.witness, start, Call.ACCEPT, address(from), from);
            return observed;
        } catch (IOException failure) {
            throw witness.failed(start, Call.ACCEPT, None.NONE, null, failure);
        }
    }

    @Override
    public void connect(InetSocketAddress remote) throws IOException {
        witness.report(Call.CONNECT, address(remote), remote, () -> {
            socket.connect(remote);
            return 0;
        });
    }

    @Override
    public int send(ByteBuffer message) throws IOException {
        return (int) witness.report(Call.SEND, witness.sent(message, null), null, () -> socket.send(message));
    }

    @Override
    public long send(ByteBuffer[] messages, int offset, int length) throws IOException {
        String quoted = length == 0 ? "\"\"" : witness.quoted(messages[offset]);
        return witness.report(
                Call.SEND, new Messages(quoted, length), null, () -> socket.send(messages, offset, length));
    }

    @Override
    public int receive(ByteBuffer into) throws IOException {
        ByteBuffer seen = into.duplicate();
        long start = witness.begin(Call.RECV, None.NONE, null);
        try {
            int bytes = socket.receive(into);
            int got = Math.max(bytes, 0);
            witness.end(start, Call.RECV, witness.received(seen, got, into, null), received(bytes), null);
            return bytes;
        } catch (IOException failure) {
            throw witness.failed(start, Call.RECV, room(into), null, failure);
        }
    }

    @Override
    public int sendTo(ByteBuffer message, InetSocketAddress to) throws IOException {
        Message arguments = witness.sent(message, address(to));
        return (int) witness.report(Call.SENDTO, arguments, to, () -> socket.sendTo(message, to));
    }

    @Override
    public @Nullable InetSocketAddress receiveFrom(ByteBuffer into) throws IOException {
        ByteBuffer seen = into.duplicate();
        int before = into.position();
        long start = witness.begin(Call.RECVFROM, None.NONE, null);
        try {
            InetSocketAddress from = socket.receiveFrom(into);
            int got = into.position() - before;
            boolean named = socket.transport().traits().keepsBoundaries(); // of a stream the system names nobody
            Message arguments = witness.received(seen, got, into, address(named ? from : null));
            witness.end(start, Call.RECVFROM, arguments, received(from == null ? END_OF_STREAM : got), from);
            return from;
        } catch (IOException failure) {
            throw witness.failed(start, Call.RECVFROM, room(into), null, failure);
        }
    }

    @Override
    public int truncatedBytes() {
        return socket.truncatedBytes();
    }

    @Override
    public void sendUrgent(byte data) throws IOException {
        ByteBuffer one = ByteBuffer.wrap(new byte[] {data});
        witness.report(Call.SEND, new Message(SafeText.quote(one, 1), 1, Flag.MSG_OOB, null), null, () -> {
            socket.sendUrgent(data);
            return 1;
        });
    }

    @Override
    public void shutdown(Direction direction) throws IOException {
        report(Call.SHUTDOWN, new Half(direction), () -> socket.shutdown(direction));
    }

    @Override
    public Map<String, String> options() {
        return socket.options();
    }

    @Override
    public void option(String name, String value) throws IOException {
        report(Call.SETSOCKOPT, new Option(name, value), () -> socket.option(name, value));
    }

    @Override
    public void join(InetAddress group, NetworkInterface on) throws IOException {
        report(Call.SETSOCKOPT, new Membership(true, group, on.getName()), () -> socket.join(group, on));
    }

    @Override
    public void leave(InetAddress group, NetworkInterface on) throws IOException {
        report(Call.SETSOCKOPT, new Membership(false, group, on.getName()), () -> socket.leave(group, on));
    }

    @Override
    public Optional<SelectableChannel> selectable() throws IOException {
        return socket.selectable();
    }

    @Override
    public void keep(Errno errno) {
        socket.keep(errno);
    }

    @Override
    public boolean lingers() {
        return socket.lingers();
    }

    @Override
    public void wake() {
        socket.wake();
    }

    @Override
    public boolean abort() throws IOException {
        return closed.compareAndSet(false, true) && witness.closing(false, socket::abort);
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            witness.closing(socket.lingers(), () -> {
                socket.close();
                return false;
            });
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    /** A call that returns 0, and may not wait. */
    private void report(Call call, Arguments arguments, Action action) throws IOException {
        witness.report(call, arguments, null, () -> {
            action.run();
            return 0;
        });
    }

    private Address address(@Nullable InetSocketAddress address) {
        return new Address(address, socket.family());
    }

    private static Room room(ByteBuffer into) {
        return new Room(into.remaining(), Flag.NONE);
    }

    private Returned received(int bytes) {
        return bytes == END_OF_STREAM
                ? new Returned(0, 0, Remark.END_OF_STREAM)
                : new Returned(bytes, socket.truncatedBytes(), Remark.NONE);
    }
}
