package org.sockrates.transport.tcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.ChannelOptions;
import org.sockrates.transport.Family;

/**
 * The channels that stand behind one TCP socket in the course of its life, and the options that must survive when one
 * takes another's place.
 */
final class StreamChannels {
    private static final String REUSE = StandardSocketOptions.SO_REUSEADDR.name();
    private static final String URGENT_INLINE = "SO_OOBINLINE";

    private final Family family;
    private final Map<String, String> chosen = new LinkedHashMap<>();
    private @Nullable InetSocketAddress bound;

    StreamChannels(Family family) {
        this.family = family;
    }

    Family family() {
        return family;
    }

    SocketChannel open() throws IOException {
        SocketChannel stream = SocketChannel.open(family.protocolFamily());
        stream.configureBlocking(false);
        return stream;
    }

    void bind(SocketChannel stream, InetSocketAddress local) throws IOException {
        stream.bind(local);
        bound = (InetSocketAddress) stream.getLocalAddress();
    }

    /**
     * A listening channel where the bound one stood. Linux lets two sockets with SO_REUSEADDR hold a port while neither
     * listens, so the port is never free in between; the student's own choice of that option is put back afterwards.
     */
    ServerSocketChannel listen(SocketChannel placeholder, int backlog) throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open(family.protocolFamily());
        try {
            placeholder.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            door.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            for (Map.Entry<String, String> option : chosen.entrySet()) {
                if (!option.getKey().equals(REUSE) && has(door, option.getKey())) {
                    ChannelOptions.set(door, option.getKey(), option.getValue());
                }
            }
            boolean blocking = placeholder.isBlocking();
            door.bind(bound, backlog);
            placeholder.close();
            door.configureBlocking(blocking);
            door.setOption(StandardSocketOptions.SO_REUSEADDR, "on".equals(chosen.get(REUSE)));
            return door;
        } catch (IOException | RuntimeException failure) {
            door.close();
            throw failure;
        }
    }

    /** A new channel with the old one's options, and its address if it had chosen one. */
    SocketChannel replace(SocketChannel old, boolean keepAddress) throws IOException {
        old.close();
        SocketChannel stream = open();
        for (Map.Entry<String, String> option : chosen.entrySet()) {
            apply(stream, option.getKey(), option.getValue());
        }
        if (keepAddress) {
            stream.bind(bound);
        }
        return stream;
    }

    void option(NetworkChannel channel, String name, String value) throws IOException {
        apply(channel, name, value);
        String real = name.toUpperCase(Locale.ROOT);
        chosen.put(real, real.equals(REUSE) ? (ChannelOptions.flag(name, value) ? "on" : "off") : value);
    }

    Map<String, String> options(NetworkChannel channel) {
        Map<String, String> values = ChannelOptions.all(channel);
        if (channel instanceof SocketChannel) {
            values.put(URGENT_INLINE, chosen.getOrDefault(URGENT_INLINE, "off"));
        }
        return values;
    }

    private static void apply(NetworkChannel channel, String name, String value) throws IOException {
        if (name.equalsIgnoreCase(URGENT_INLINE) && channel instanceof SocketChannel stream) {
            stream.socket().setOOBInline(ChannelOptions.flag(name, value));
        } else {
            ChannelOptions.set(channel, name, value);
        }
    }

    private static boolean has(NetworkChannel channel, String name) {
        return channel.supportedOptions().stream()
                .anyMatch(option -> option.name().equals(name));
    }

    /** Blocking where the wait is in the system call itself; a channel a selector knows cannot block and need not. */
    static void block(SelectableChannel channel, boolean blocking) {
        try {
            if (channel.isOpen() && channel.isBlocking() != blocking && !(blocking && channel.isRegistered())) {
                channel.configureBlocking(blocking);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static @Nullable InetSocketAddress local(NetworkChannel channel) {
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException closed) {
            return null;
        }
    }

    static @Nullable InetSocketAddress remote(SocketChannel stream) {
        try {
            return (InetSocketAddress) stream.getRemoteAddress();
        } catch (IOException closed) {
            return null;
        }
    }
}
