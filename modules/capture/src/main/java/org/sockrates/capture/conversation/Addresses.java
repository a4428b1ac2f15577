package org.sockrates.capture.conversation;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.transport.text.HostText;

/**
 * Which address is whose. A hop between two ends shows each of them another address than the other end's own; this knows
 * the way back. A mirror does the same to every address of a host. It looks up no name.
 */
public final class Addresses {
    private final Map<InetSocketAddress, InetSocketAddress> behind = new HashMap<>();
    private final Map<InetAddress, InetAddress> mirrored;

    Addresses(List<PassedMessage> passed, Map<InetAddress, InetAddress> mirrored) {
        this.mirrored = mirrored;
        for (PassedMessage message : passed) {
            behind.put(message.entry(), message.to());
            behind.put(message.exit(), message.from());
        }
    }

    /** The end behind an address: the address itself, unless it is a hop's. */
    @Nullable
    public InetSocketAddress real(@Nullable InetSocketAddress seen) {
        if (seen == null || behind.containsKey(seen)) {
            return seen == null ? null : behind.get(seen);
        }
        InetAddress own = seen.getAddress() == null ? null : mirrored.get(seen.getAddress());
        return own == null ? seen : new InetSocketAddress(own, seen.getPort());
    }

    /** Whether it is a face of a hop. */
    boolean isHop(InetSocketAddress seen) {
        return behind.containsKey(seen);
    }

    /** The more telling of two views of one socket's address; the later where both tell as much. */
    static @Nullable InetSocketAddress better(@Nullable InetSocketAddress one, @Nullable InetSocketAddress later) {
        if (later == null || one == null) {
            return later == null ? one : later;
        }
        return isWild(later) && !isWild(one) ? one : later;
    }

    /** Whether what is sent to an address reaches a socket bound there: the same, or its port at the wildcard. */
    public static boolean reaches(@Nullable InetSocketAddress sentTo, @Nullable InetSocketAddress bound) {
        if (sentTo == null || bound == null || sentTo.getPort() != bound.getPort()) {
            return false;
        }
        return isWild(bound) || isGroup(sentTo) || sentTo.equals(bound);
    }

    /** Whether it names a group of receivers: multicast, or the broadcast address. */
    static boolean isGroup(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        return host != null && (host.isMulticastAddress() || HostText.isEverybody(host));
    }

    /** Whether it is a port at every address of its host. */
    static boolean isWild(InetSocketAddress address) {
        return address.getAddress() != null && address.getAddress().isAnyLocalAddress();
    }
}
