package org.sockrates.transport;

import java.io.IOException;
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
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Outcome;
import org.sockrates.transport.SocketEvent.Returned;

/** A socket that tells an observer of every call it passes on to another. It changes nothing. */
public final class ObservedSocket implements TransportSocket {
    private final TransportSocket socket;
    private final Observation observation;
    private final int number;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ObservedSocket(TransportSocket socket, Observation observation) {
        this.socket = socket;
        this.observation = observation;
        this.number = observation.numbers().take();
    }

    /**
     * A fresh socket, observed; reports {@code socket(…) = 3}.
     *
     * @param type its C type, {@code SOCK_STREAM}
     */
    public static ObservedSocket created(TransportSocket socket, String type, Observation observation) {
        ObservedSocket observed = new ObservedSocket(socket, observation);
        long now = observation.clock().nanoTime();
        observed.tell(
                now,
                now,
                Call.SOCKET,
                List.of(socket.family().name(), type, "0"),
                new Returned(observed.number, ""),
                null);
        return observed;
    }

    /** Its small number. */
    public int number() {
        return number;
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
        report(Call.BIND, List.of(CallText.address(local)), null, () -> {
            socket.bind(local);
            return 0;
        });
    }

    @Override
    public void listen(int backlog) throws IOException {
        report(Call.LISTEN, List.of(Integer.toString(backlog)), null, () -> {
            socket.listen(backlog);
            return 0;
        });
    }

    @Override
    public TransportSocket accept() throws IOException {
        long start = begin(Call.ACCEPT, List.of(), null);
        try {
            TransportSocket accepted = socket.accept();
            ObservedSocket observed = new ObservedSocket(accepted, observation);
            String from = accepted.remote() == null ? "NULL" : CallText.address(accepted.remote());
            end(start, Call.ACCEPT, List.of(from), new Returned(observed.number, ""), accepted.remote());
            return observed;
        } catch (IOException failure) {
            throw failed(start, Call.ACCEPT, List.of(), null, failure);
        }
    }

    @Override
    public void connect(InetSocketAddress remote) throws IOException {
        report(Call.CONNECT, List.of(CallText.address(remote)), remote, () -> {
            socket.connect(remote);
            return 0;
        });
    }

    @Override
    public int send(ByteBuffer message) throws IOException {
        return (int) report(Call.SEND, payload(message), null, () -> socket.send(message));
    }

    @Override
    public long send(ByteBuffer[] messages, int offset, int length) throws IOException {
        String quoted = length == 0 ? "\"\"" : SafeText.quote(messages[offset], observation.payloadBytes());
        List<String> arguments = List.of(quoted, length + " messages", "0");
        return report(Call.SEND, arguments, null, () -> socket.send(messages, offset, length));
    }

    @Override
    public int receive(ByteBuffer into) throws IOException {
        ByteBuffer seen = into.duplicate();
        long start = begin(Call.RECV, List.of(), null);
        try {
            int bytes = socket.receive(into);
            int got = Math.max(bytes, 0);
            end(start, Call.RECV, received(seen, got, into), new Returned(got, receiveNote(bytes)), null);
            return bytes;
        } catch (IOException failure) {
            throw failed(start, Call.RECV, capacity(into), null, failure);
        }
    }

    @Override
    public int sendTo(ByteBuffer message, InetSocketAddress to) throws IOException {
        List<String> arguments = new ArrayList<>(payload(message));
        arguments.add(CallText.address(to));
        return (int) report(Call.SENDTO, arguments, to, () -> socket.sendTo(message, to));
    }

    @Override
    public @Nullable InetSocketAddress receiveFrom(ByteBuffer into) throws IOException {
        ByteBuffer seen = into.duplicate();
        int before = into.position();
        long start = begin(Call.RECVFROM, List.of(), null);
        try {
            InetSocketAddress from = socket.receiveFrom(into);
            int got = into.position() - before;
            List<String> arguments = new ArrayList<>(received(seen, got, into));
            arguments.add(from == null ? "NULL" : CallText.address(from));
            end(start, Call.RECVFROM, arguments, new Returned(got, receiveNote(from == null ? -1 : got)), from);
            return from;
        } catch (IOException failure) {
            throw failed(start, Call.RECVFROM, capacity(into), null, failure);
        }
    }

    @Override
    public int truncatedBytes() {
        return socket.truncatedBytes();
    }

    @Override
    public void sendUrgent(byte data) throws IOException {
        ByteBuffer one = ByteBuffer.wrap(new byte[] {data});
        report(Call.SEND, List.of(SafeText.quote(one, 1), "1", "MSG_OOB"), null, () -> {
            socket.sendUrgent(data);
            return 1;
        });
    }

    @Override
    public void shutdown(Direction direction) throws IOException {
        report(Call.SHUTDOWN, List.of(direction.constant()), null, () -> {
            socket.shutdown(direction);
            return 0;
        });
    }

    @Override
    public Map<String, String> options() {
        return socket.options();
    }

    @Override
    public void option(String name, String value) throws IOException {
        report(Call.SETSOCKOPT, List.of(name, value), null, () -> {
            socket.option(name, value);
            return 0;
        });
    }

    @Override
    public void join(InetAddress group, NetworkInterface on) throws IOException {
        member("IP_ADD_MEMBERSHIP", group, on, () -> socket.join(group, on));
    }

    @Override
    public void leave(InetAddress group, NetworkInterface on) throws IOException {
        member("IP_DROP_MEMBERSHIP", group, on, () -> socket.leave(group, on));
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
        closeOnce("reset", socket::abort);
    }

    @Override
    public void close() throws IOException {
        closeOnce("", socket::close);
    }

    private void closeOnce(String note, Action action) throws IOException {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        InetSocketAddress local = socket.local();
        InetSocketAddress peer = socket.remote();
        long start = observation.clock().nanoTime();
        try {
            action.run();
        } finally {
            long end = observation.clock().nanoTime();
            observation
                    .observer()
                    .observe(new SocketEvent(
                            start,
                            end,
                            number,
                            transport().name(),
                            Call.CLOSE,
                            List.of(),
                            new Returned(0, note),
                            local,
                            peer));
            observation.numbers().free(number);
        }
    }

    private void member(String option, InetAddress group, NetworkInterface on, Action action) throws IOException {
        List<String> arguments = List.of(option, group.getHostAddress() + "%" + on.getName());
        report(Call.SETSOCKOPT, arguments, null, () -> {
            action.run();
            return 0;
        });
    }

    private interface Action {
        void run() throws IOException;
    }

    private interface Counted {
        long run() throws IOException;
    }

    private long report(Call call, List<String> arguments, @Nullable InetSocketAddress peer, Counted action)
            throws IOException {
        long start = begin(call, arguments, peer);
        try {
            long value = action.run();
            end(start, call, arguments, new Returned(value, ""), peer);
            return value;
        } catch (IOException failure) {
            throw failed(start, call, arguments, peer, failure);
        }
    }

    private long begin(Call call, List<String> arguments, @Nullable InetSocketAddress peer) {
        long start = observation.clock().nanoTime();
        if (call.mayWait()) {
            tell(start, start, call, arguments, null, peer);
        }
        return start;
    }

    private void end(long start, Call call, List<String> arguments, Outcome outcome, @Nullable InetSocketAddress peer) {
        tell(start, observation.clock().nanoTime(), call, arguments, outcome, peer);
    }

    private IOException failed(
            long start, Call call, List<String> arguments, @Nullable InetSocketAddress peer, IOException failure) {
        SocketCallException said = SocketCallException.of(call, failure);
        String detail = said.getMessage() == null ? said.errno().text() : said.getMessage();
        end(start, call, arguments, new Failed(said.errno(), detail), peer);
        return said;
    }

    private void tell(
            long start,
            long end,
            Call call,
            List<String> arguments,
            @Nullable Outcome outcome,
            @Nullable InetSocketAddress peer) {
        InetSocketAddress other = peer != null ? peer : socket.remote();
        observation
                .observer()
                .observe(new SocketEvent(
                        start, end, number, transport().name(), call, arguments, outcome, socket.local(), other));
    }

    private List<String> payload(ByteBuffer message) {
        return List.of(SafeText.quote(message, observation.payloadBytes()), Integer.toString(message.remaining()), "0");
    }

    private List<String> received(ByteBuffer seen, int bytes, ByteBuffer into) {
        seen.limit(seen.position() + bytes);
        return List.of(
                SafeText.quote(seen, observation.payloadBytes()), Integer.toString(into.remaining() + bytes), "0");
    }

    private static List<String> capacity(ByteBuffer into) {
        return List.of(Integer.toString(into.remaining()));
    }

    private String receiveNote(int bytes) {
        if (bytes == END_OF_STREAM) {
            return "end of stream";
        }
        int cut = socket.truncatedBytes();
        return cut > 0 ? cut + " bytes cut off" : "";
    }
}
