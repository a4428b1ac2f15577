package org.sockrates.transport;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
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
        List<String> arguments = List.of(family.name(), type, "0");
        try {
            ObservedSocket observed = new ObservedSocket(maker.make(), observation);
            observed.witness.end(start, Call.SOCKET, arguments, new Returned(observed.number()), null);
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
        report(Call.BIND, List.of(address(local)), () -> socket.bind(local));
    }

    @Override
    public void listen(int backlog) throws IOException {
        report(Call.LISTEN, List.of(Integer.toString(backlog)), () -> socket.listen(backlog));
    }

    @Override
    public TransportSocket accept() throws IOException {
        long start = witness.begin(Call.ACCEPT, List.of(), null);
        try {
            TransportSocket accepted = socket.accept();
            ObservedSocket observed = new ObservedSocket(accepted, observation);
            String from = accepted.remote() == null ? "NULL" : address(accepted.remote());
            witness.end(start, Call.ACCEPT, List.of(from), new Returned(observed.number()), accepted.remote());
            return observed;
        } catch (IOException failure) {
            throw witness.failed(start, Call.ACCEPT, List.of(), null, failure);
        }
    }

    @Override
    public void connect(InetSocketAddress remote) throws IOException {
        witness.report(Call.CONNECT, List.of(address(remote)), remote, () -> {
            socket.connect(remote);
            return 0;
        });
    }

    @Override
    public int send(ByteBuffer message) throws IOException {
        return (int) witness.report(Call.SEND, witness.payload(message), null, () -> socket.send(message));
    }

    @Override
    public long send(ByteBuffer[] messages, int offset, int length) throws IOException {
        String quoted = length == 0 ? "\"\"" : witness.quoted(messages[offset]);
        List<String> arguments = List.of(quoted, length + " messages", "0");
        return witness.report(Call.SEND, arguments, null, () -> socket.send(messages, offset, length));
    }

    @Override
    public int receive(ByteBuffer into) throws IOException {
        ByteBuffer seen = into.duplicate();
        long start = witness.begin(Call.RECV, List.of(), null);
        try {
            int bytes = socket.receive(into);
            int got = Math.max(bytes, 0);
            witness.end(start, Call.RECV, witness.received(seen, got, into), received(bytes), null);
            return bytes;
        } catch (IOException failure) {
            throw witness.failed(start, Call.RECV, capacity(into), null, failure);
        }
    }

    @Override
    public int sendTo(ByteBuffer message, InetSocketAddress to) throws IOException {
        List<String> arguments = new ArrayList<>(witness.payload(message));
        arguments.add(address(to));
        return (int) witness.report(Call.SENDTO, arguments, to, () -> socket.sendTo(message, to));
    }

    @Override
    public @Nullable InetSocketAddress receiveFrom(ByteBuffer into) throws IOException {
        ByteBuffer seen = into.duplicate();
        int before = into.position();
        long start = witness.begin(Call.RECVFROM, List.of(), null);
        try {
            InetSocketAddress from = socket.receiveFrom(into);
            int got = into.position() - before;
            List<String> arguments = new ArrayList<>(witness.received(seen, got, into));
            boolean named = socket.transport().traits().keepsBoundaries(); // of a stream the system names nobody
            arguments.add(from == null || !named ? "NULL" : address(from));
            witness.end(start, Call.RECVFROM, arguments, received(from == null ? END_OF_STREAM : got), from);
            return from;
        } catch (IOException failure) {
            throw witness.failed(start, Call.RECVFROM, capacity(into), null, failure);
        }
    }

    @Override
    public int truncatedBytes() {
        return socket.truncatedBytes();
    }

    @Override
    public void sendUrgent(byte data) throws IOException {
        ByteBuffer one = ByteBuffer.wrap(new byte[] {data});
        witness.report(Call.SEND, List.of(SafeText.quote(one, 1), "1", "MSG_OOB"), null, () -> {
            socket.sendUrgent(data);
            return 1;
        });
    }

    @Override
    public void shutdown(Direction direction) throws IOException {
        report(Call.SHUTDOWN, List.of(direction.constant()), () -> socket.shutdown(direction));
    }

    @Override
    public Map<String, String> options() {
        return socket.options();
    }

    @Override
    public void option(String name, String value) throws IOException {
        List<String> arguments = List.of(SafeText.escape(name), SafeText.escape(value));
        report(Call.SETSOCKOPT, arguments, () -> socket.option(name, value));
    }

    @Override
    public void join(InetAddress group, NetworkInterface on) throws IOException {
        report(Call.SETSOCKOPT, member("ADD_MEMBERSHIP", group, on), () -> socket.join(group, on));
    }

    @Override
    public void leave(InetAddress group, NetworkInterface on) throws IOException {
        report(Call.SETSOCKOPT, member("DROP_MEMBERSHIP", group, on), () -> socket.leave(group, on));
    }

    @Override
    public Optional<SelectableChannel> selectable() throws IOException {
        return socket.selectable();
    }

    @Override
    public void wake() {
        socket.wake();
    }

    @Override
    public void abort() throws IOException {
        boolean connection = socket.transport().traits().connectionOriented() && socket.phase() == Phase.CONNECTED;
        closeOnce(connection ? Remark.RESET : Remark.NONE, socket::abort);
    }

    @Override
    public void close() throws IOException {
        closeOnce(Remark.NONE, socket::close);
    }

    private void closeOnce(Remark remark, Action action) throws IOException {
        if (closed.compareAndSet(false, true)) {
            witness.closing(remark, () -> {
                action.run();
                return 0;
            });
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    /** A call that returns 0, and may not wait. */
    private void report(Call call, List<String> arguments, Action action) throws IOException {
        witness.report(call, arguments, null, () -> {
            action.run();
            return 0;
        });
    }

    private String address(InetSocketAddress address) {
        return CallText.address(address, socket.family());
    }

    private static List<String> member(String option, InetAddress group, NetworkInterface on) {
        String level = group instanceof Inet6Address ? "IPV6_" : "IP_";
        return List.of(level + option, SafeText.escape(CallText.host(group) + "%" + on.getName()));
    }

    private static List<String> capacity(ByteBuffer into) {
        return List.of(Integer.toString(into.remaining()));
    }

    private Returned received(int bytes) {
        return bytes == END_OF_STREAM
                ? new Returned(0, 0, Remark.END_OF_STREAM)
                : new Returned(bytes, socket.truncatedBytes(), Remark.NONE);
    }
}
