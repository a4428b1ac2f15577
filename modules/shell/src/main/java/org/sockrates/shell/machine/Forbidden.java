package org.sockrates.shell.machine;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.kernel.KernelValue;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;

/** What forbade a call that failed with EACCES or EPERM: the port, the address, or this machine's own rules. */
public final class Forbidden {
    private static final KernelValue FIRST_FREE_PORT = new KernelValue("net.ipv4.ip_unprivileged_port_start");
    private static final int USUAL_FIRST_FREE_PORT = 1024;
    private static final int ALL = -1;
    private static final int SHORTEST_HOST_BITS = 2;

    private Forbidden() {}

    /**
     * Whether a call was forbidden because it goes to everybody on a network, without SO_BROADCAST. Of TCP Linux knows no
     * such address: it says ENETUNREACH.
     */
    public static boolean asBroadcast(Call call, Errno errno, @Nullable InetSocketAddress peer) {
        return errno == Errno.EACCES && call != Call.BIND && peer != null && isBroadcast(peer.getAddress());
    }

    /**
     * Any other cause.
     *
     * @param address a bind's own; else the peer's
     */
    public static String otherwise(Call call, Errno errno, @Nullable InetSocketAddress address) {
        int port = address == null ? 0 : address.getPort();
        if (call == Call.BIND && errno == Errno.EACCES && 0 < port && port < firstFreePort()) {
            return "ports below " + firstFreePort() + " need privileges here; take one above";
        }
        if (call.sends() || call == Call.CONNECT) {
            return errno == Errno.EPERM ? dropped(call) : prohibited(address);
        }
        return errno == Errno.EPERM ? "it takes a privilege" : "this machine's own rules forbid it";
    }

    /** No connect is told of a packet that the firewall drops. */
    private static String dropped(Call call) {
        return call.sends() ? "a rule of this machine's own firewall drops it" : "this machine's own rules forbid it";
    }

    /** Linux says so of ICMPv6's prohibited, whoever sent it; of ICMP's it says EHOSTUNREACH. */
    private static String prohibited(@Nullable InetSocketAddress address) {
        return address != null && address.getAddress() instanceof Inet4Address
                ? "a prohibit route of this machine forbids it"
                : "a prohibit route of this machine forbids it, or a firewall anywhere (ICMPv6)";
    }

    /** The first port that anybody may bind. */
    public static int firstFreePort() {
        return FIRST_FREE_PORT.now().map(Integer::parseInt).orElse(USUAL_FIRST_FREE_PORT);
    }

    /** Whether it means everybody on a network that this machine is on. */
    public static boolean isBroadcast(InetAddress address) {
        if (!(address instanceof Inet4Address)) {
            return false;
        }
        if (number(address) == ALL) {
            return true;
        }
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(each -> each.getInterfaceAddresses().stream())
                    .anyMatch(own -> isLastOf(own, address));
        } catch (IOException unknown) {
            return false;
        }
    }

    /** The loopback interface names none, and has one all the same: the last of its network. */
    private static boolean isLastOf(InterfaceAddress own, InetAddress address) {
        int hostBits = Integer.SIZE - own.getNetworkPrefixLength();
        return own.getAddress() instanceof Inet4Address
                && hostBits >= SHORTEST_HOST_BITS
                && (address.equals(own.getBroadcast())
                        || number(address) == (number(own.getAddress()) | (ALL >>> (Integer.SIZE - hostBits))));
    }

    private static int number(InetAddress address) {
        return ByteBuffer.wrap(address.getAddress()).getInt();
    }
}
