package org.sockrates.transport.udp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.sockrates.transport.Call;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SocketCallException;

/** The multicast groups one socket is in (RFC 1112). */
final class Groups {
    private record Membership(InetAddress group, NetworkInterface on) {
        Membership {
            Objects.requireNonNull(on, "no such interface"); // which getByName says by null
        }
    }

    private final DatagramChannel channel;
    private final Map<Membership, MembershipKey> memberships = new HashMap<>();

    Groups(DatagramChannel channel) {
        this.channel = channel;
    }

    void join(InetAddress group, NetworkInterface on) throws IOException {
        if (!group.isMulticastAddress()) {
            throw new SocketCallException(
                    Call.SETSOCKOPT,
                    Errno.EINVAL,
                    SafeText.escape(CallText.host(group)) + ": not a group (expected: 224.0.0.0/4 or ff00::/8)");
        }
        Membership wanted = new Membership(group, on);
        if (channel.isOpen() && memberships.containsKey(wanted)) { // Java would be silent; the system is not
            throw new SocketCallException(Call.SETSOCKOPT, Errno.EADDRINUSE, "a member of this group already");
        }
        try {
            memberships.put(wanted, channel.join(group, on));
        } catch (IOException | RuntimeException failure) {
            throw SocketCallException.of(Call.SETSOCKOPT, failure);
        }
    }

    void leave(InetAddress group, NetworkInterface on) throws IOException {
        if (!channel.isOpen()) {
            throw new SocketCallException(Call.SETSOCKOPT, Errno.EBADF, "closed");
        }
        MembershipKey key = memberships.remove(new Membership(group, on));
        if (key == null) {
            throw new SocketCallException(Call.SETSOCKOPT, Errno.EADDRNOTAVAIL, "not a member of this group");
        }
        key.drop();
    }
}
