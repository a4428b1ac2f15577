package org.sockrates.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Arguments.Address;
import org.sockrates.transport.Arguments.Flag;
import org.sockrates.transport.Arguments.Message;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Outcome;
import org.sockrates.transport.SocketEvent.Remark;
import org.sockrates.transport.SocketEvent.Returned;

/** Turns the calls on one socket into events, by the observation's clock. */
final class Witness {
    /** A call whose result is a number. */
    @FunctionalInterface
    interface Deed {
        long run() throws IOException;
    }

    /** What ends a socket; whether the peer was sent a reset. */
    @FunctionalInterface
    interface Closing {
        boolean run() throws IOException;
    }

    private final TransportSocket socket;
    private final Observation observation;
    private final int number;

    Witness(TransportSocket socket, Observation observation) {
        this.socket = socket;
        this.observation = observation;
        this.number = observation.numbers().take();
    }

    int number() {
        return number;
    }

    /** A whole call: its beginning where it may wait, and its end. */
    long report(Call call, Arguments arguments, @Nullable InetSocketAddress peer, Deed deed) throws IOException {
        long start = begin(call, arguments, peer);
        try {
            long value = deed.run();
            end(start, call, arguments, new Returned(value), peer);
            return value;
        } catch (IOException failure) {
            throw failed(start, call, arguments, peer, failure);
        }
    }

    /** The time it began; to be handed to {@link #end}. */
    long begin(Call call, Arguments arguments, @Nullable InetSocketAddress peer) {
        long start = observation.clock().nanoTime();
        if (call.mayWait()) {
            tell(start, start, call, arguments, null, peer);
        }
        return start;
    }

    void end(long start, Call call, Arguments arguments, Outcome outcome, @Nullable InetSocketAddress peer) {
        tell(start, observation.clock().nanoTime(), call, arguments, outcome, peer);
    }

    /** The end of a call that made a socket. One whose observer throws is nobody's: it is closed. */
    void made(Witness made, long start, Call call, Arguments arguments, @Nullable InetSocketAddress from)
            throws IOException {
        boolean told = false;
        try {
            end(start, call, arguments, new Returned(made.number), from);
            told = true;
        } finally {
            if (!told) {
                observation.numbers().free(made.number);
                made.socket.close();
            }
        }
    }

    IOException failed(
            long start, Call call, Arguments arguments, @Nullable InetSocketAddress peer, IOException failure) {
        SocketCallException said = SocketCallException.of(call, failure);
        end(start, call, arguments, outcome(said), peer);
        return said;
    }

    private static Outcome outcome(SocketCallException said) {
        return new Failed(said.errno(), said.getMessage() == null ? said.errno().text() : said.getMessage());
    }

    /** No socket could be made, so there is none that the call belongs to. */
    static IOException unmade(
            Observation observation, long start, Transport transport, Arguments arguments, IOException failure) {
        SocketCallException said = SocketCallException.of(Call.SOCKET, failure);
        long end = observation.clock().nanoTime();
        Outcome outcome = outcome(said);
        observation
                .observer()
                .observe(new SocketEvent(
                        start,
                        end,
                        SocketEvent.NO_SOCKET,
                        transport.name(),
                        Call.SOCKET,
                        arguments,
                        outcome,
                        null,
                        null));
        return said;
    }

    /** The last call of a socket: told with the addresses it had before, and then its number is free. */
    boolean closing(boolean mayWait, Closing deed) throws IOException {
        InetSocketAddress local = socket.local();
        InetSocketAddress peer = socket.remote();
        long start = observation.clock().nanoTime();
        Outcome outcome = new Returned(0);
        try {
            boolean resets;
            try {
                if (mayWait) {
                    observe(start, start, Call.CLOSE, None.NONE, null, local, peer);
                }
            } finally {
                resets = deed.run();
            }
            outcome = new Returned(0, 0, resets ? Remark.RESET : Remark.NONE);
            return resets;
        } catch (IOException failure) {
            outcome = outcome(SocketCallException.of(Call.CLOSE, failure));
            throw failure;
        } finally {
            try {
                observe(start, observation.clock().nanoTime(), Call.CLOSE, None.NONE, outcome, local, peer);
            } finally {
                observation.numbers().free(number);
            }
        }
    }

    Message sent(ByteBuffer message, @Nullable Address to) {
        return new Message(quoted(message), message.remaining(), Flag.NONE, to);
    }

    /** @param seen where the bytes begin; its limit is moved behind them */
    Message received(ByteBuffer seen, int bytes, ByteBuffer into, @Nullable Address from) {
        seen.limit(seen.position() + bytes);
        return new Message(quoted(seen), into.remaining() + bytes, Flag.NONE, from);
    }

    String quoted(ByteBuffer bytes) {
        return SafeText.quote(bytes, observation.payloadBytes());
    }

    private void tell(
            long start,
            long end,
            Call call,
            Arguments arguments,
            @Nullable Outcome outcome,
            @Nullable InetSocketAddress peer) {
        observe(start, end, call, arguments, outcome, socket.local(), peer != null ? peer : socket.remote());
    }

    private void observe(
            long start,
            long end,
            Call call,
            Arguments arguments,
            @Nullable Outcome outcome,
            @Nullable InetSocketAddress local,
            @Nullable InetSocketAddress peer) {
        String transport = socket.transport().name();
        observation
                .observer()
                .observe(new SocketEvent(start, end, number, transport, call, arguments, outcome, local, peer));
    }
}
