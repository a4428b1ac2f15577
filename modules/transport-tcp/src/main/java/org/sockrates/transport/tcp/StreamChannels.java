package org.sockrates.transport.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Call;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.channel.ChannelOptions;
import org.sockrates.transport.channel.FirstClose;
import org.sockrates.transport.channel.Patience;
import org.sockrates.transport.channel.ReadyWait;
import org.sockrates.transport.text.HostText;

/**
 * The channels that stand behind one TCP socket in the course of its life, and the options that must survive when one
 * takes another's place.
 */
final class StreamChannels {
    /**
     * Which option lets two sockets hold a port while neither listens. BSD's {@code in_pcbbind}, and so macOS, asks for
     * SO_REUSEPORT alone. Linux takes either; but a port it once shared so it shares with every later socket of this user
     * that sets SO_REUSEPORT, though the one that listens has it off again ({@code inet_csk_update_fastreuse}).
     */
    private static final SocketOption<Boolean> SHARING =
            System.getProperty("os.name").equals("Linux")
                    ? StandardSocketOptions.SO_REUSEADDR
                    : StandardSocketOptions.SO_REUSEPORT;

    private final Family family;
    private final SocketOption<Boolean> sharing;
    private final Map<String, String> chosen = new ConcurrentHashMap<>();
    private @Nullable InetSocketAddress bound;

    StreamChannels(Family family) {
        this(family, SHARING);
    }

    StreamChannels(Family family, SocketOption<Boolean> sharing) {
        this.family = family;
        this.sharing = sharing;
    }

    Family family() {
        return family;
    }

    SocketChannel open() throws IOException {
        FirstClose.over();
        SocketChannel stream = SocketChannel.open(family.protocolFamily());
        stream.configureBlocking(false);
        return stream;
    }

    /** Connects, and waits for the answer as the socket may wait; one that met itself (RFC 9293 §3.5) is refused. */
    static void connect(SocketChannel stream, InetSocketAddress remote, Patience patience) throws IOException {
        if (!stream.connect(remote)) {
            ReadyWait answer = patience.toWrite();
            while (!stream.finishConnect()) {
                answer.await(Call.CONNECT, stream, SelectionKey.OP_CONNECT);
            }
        }
        if (HostText.reached(remote).equals(stream.getLocalAddress())) {
            stream.setOption(StandardSocketOptions.SO_LINGER, 0);
            throw new SocketCallException(
                    Call.CONNECT, Errno.ECONNREFUSED, "nobody listens; the socket had met itself");
        }
    }

    void bind(SocketChannel stream, InetSocketAddress local) throws IOException {
        stream.bind(local);
        bound = (InetSocketAddress) stream.getLocalAddress();
    }

    /**
     * A listening channel where the bound one stood. Both hold the port until it listens, so that it is never free in
     * between, and the student's own choice of the option that lets them is put back; where there is none, as on Windows,
     * the bound one goes first.
     */
    ServerSocketChannel listen(SocketChannel placeholder, int backlog) throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open(family.protocolFamily());
        try {
            door.setOption(StandardSocketOptions.SO_REUSEADDR, false); // which Java sets by itself
            handDown(door, name -> ChannelOptions.has(door, name));
            door.configureBlocking(placeholder.isBlocking());
            boolean both = door.supportedOptions().contains(sharing);
            if (both) {
                placeholder.setOption(sharing, true);
                door.setOption(sharing, true);
            } else {
                placeholder.close();
            }
            door.bind(bound, Math.max(1, backlog));
            placeholder.close();
            if (both) {
                door.setOption(sharing, isOn(sharing.name()));
            }
            return door;
        } catch (Throwable failure) {
            door.close();
            throw failure;
        }
    }

    private boolean isOn(String flag) throws SocketCallException {
        return ChannelOptions.flag(flag, chosen.getOrDefault(flag, "off"));
    }

    /**
     * The channels of a connection that {@code door} took: Linux lets it inherit the listening socket's options, and what
     * Java cannot set on a listening socket is set here. Where it cannot be, the peer is closed.
     */
    StreamChannels accepted(ServerSocketChannel door, SocketChannel peer) throws IOException {
        try {
            peer.configureBlocking(false);
            handDown(peer, name -> !ChannelOptions.has(door, name));
            return new StreamChannels(family);
        } catch (IOException failure) {
            peer.close();
            throw SocketCallException.of(Call.ACCEPT, failure);
        }
    }

    /** A new channel with the old one's options, as yet without an address. */
    SocketChannel replace(SocketChannel old, Patience patience) throws IOException {
        old.close();
        patience.forget(old);
        SocketChannel stream = open();
        try {
            handDown(stream, name -> true);
            return stream;
        } catch (Throwable failure) {
            stream.close();
            throw failure;
        }
    }

    /** Sets on a channel what was chosen, of the options that it is to have. */
    private void handDown(NetworkChannel to, Predicate<String> has) throws IOException {
        for (Map.Entry<String, String> option : chosen.entrySet()) {
            if (has.test(option.getKey())) {
                ChannelOptions.set(to, option.getKey(), option.getValue());
            }
        }
    }

    /**
     * Gives a channel that took another's place the address that one had chosen, if it had.
     *
     * @return why it has none any more, where another has taken the port meanwhile, or the address has gone; else empty
     */
    String bindAgain(SocketChannel stream) {
        InetSocketAddress address = bound;
        if (address == null) {
            return "";
        }
        try {
            stream.bind(address);
            return "";
        } catch (IOException failure) {
            bound = null;
            String why = SocketCallException.of(Call.BIND, failure).errno().text();
            return CallText.address(address, family) + " could not be bound again: " + why;
        }
    }

    void option(NetworkChannel channel, String name, String value) throws IOException {
        ChannelOptions.set(channel, name, value);
        chosen.put(name.toUpperCase(Locale.ROOT), value);
    }

    /** The channel's own address, or null when it has none or is closed. */
    static @Nullable InetSocketAddress local(NetworkChannel channel) {
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException closed) {
            return null;
        }
    }

    /** The other end's address, or null when there is none or the channel is closed. */
    static @Nullable InetSocketAddress remote(SocketChannel stream) {
        try {
            return (InetSocketAddress) stream.getRemoteAddress();
        } catch (IOException closed) {
            return null;
        }
    }
}
