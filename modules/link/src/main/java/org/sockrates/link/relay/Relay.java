package org.sockrates.link.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.util.List;
import org.sockrates.link.LinkHost;
import org.sockrates.link.PacketObserver;
import org.sockrates.link.PassedPacket;
import org.sockrates.transport.Call;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Errno;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SocketCallException;

/**
 * A hop in user space between any client and one server, with a link in each way: {@link UdpRelay} for datagrams,
 * {@link TcpRelay} for streams. It runs in one thread of its own from the moment it is made. Not a proxy: it has no opinion
 * of what passes.
 */
public abstract sealed class Relay implements LinkHost permits TcpRelay, UdpRelay {
    final RelaySettings settings;
    final RelayLoop loop;
    final RelayLog log;
    private final SelectableChannel front;
    private final InetSocketAddress listen;
    private final long startNanos;

    /** How a front is bound. */
    @FunctionalInterface
    interface Binding {
        void to(InetSocketAddress address) throws IOException;
    }

    /**
     * Binds; nothing runs before {@link #begin}.
     *
     * @param name of its thread, with its port behind it
     * @param front where clients come, not bound yet; closed where this fails
     * @throws SocketCallException where it cannot be bound, with the address
     */
    <F extends SelectableChannel & NetworkChannel> Relay(
            RelaySettings settings, NanoClock clock, String name, F front, Binding binding) throws IOException {
        this.settings = settings;
        this.front = front;
        log = new RelayLog(settings.mostLogged());
        startNanos = clock.nanoTime();
        try {
            bind(binding, settings.listen());
            listen = (InetSocketAddress) front.getLocalAddress();
            loop = new RelayLoop(name + listen.getPort(), clock);
        } catch (IOException cannot) {
            front.close();
            throw cannot;
        }
    }

    private static void bind(Binding binding, InetSocketAddress address) throws IOException {
        try {
            binding.to(address);
        } catch (IOException refused) {
            Errno errno = SocketCallException.of(Call.BIND, refused).errno();
            throw new SocketCallException(Call.BIND, errno, CallText.address(address) + ": " + errno.text(), refused);
        }
    }

    /** What is to be done whenever its front is ready. */
    final SelectionKey register(int operations, Runnable whenReady) throws IOException {
        try {
            return loop.register(front, operations, whenReady);
        } catch (IOException | Error cannot) {
            close();
            throw cannot;
        }
    }

    /** Lets it run: its thread sees all that was set before. */
    final void begin() throws IOException {
        try {
            loop.start();
        } catch (Error cannot) {
            close();
            throw cannot;
        }
    }

    /** The name of the transport it was made for. */
    public final String transport() {
        return settings.transport();
    }

    /** Where clients connect to or send to. */
    public final InetSocketAddress listen() {
        return listen;
    }

    /** The server behind it. */
    public final InetSocketAddress target() {
        return settings.target();
    }

    @Override
    public final boolean broken() {
        return loop.broken();
    }

    @Override
    public final List<PassedPacket> log() {
        return log.packets();
    }

    /**
     * An observer that throws an exception is told of nothing more, and the handler of uncaught exceptions of the relay's thread
     * of it; the relay goes on.
     */
    @Override
    public final void observe(PacketObserver observer) {
        log.observe(observer);
    }

    @Override
    public final void ignore(PacketObserver observer) {
        log.ignore(observer);
    }

    @Override
    public final long startNanos() {
        return startNanos;
    }

    /** Called by its own thread, as by an observer, it is closed as soon as that thread has done what it is about. */
    @Override
    public final void close() throws IOException {
        if (!loop.endsWith(this::endQuietly)) {
            end();
        }
    }

    private void endQuietly() {
        try {
            end();
        } catch (IOException gone) {
            // closed all the same
        }
    }

    private void end() throws IOException {
        try {
            loop.close();
        } finally {
            front.close();
            closePeers();
        }
    }

    /** Closes the sockets that stand for its clients; its thread has ended. */
    abstract void closePeers();
}
