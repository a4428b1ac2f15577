package org.sockrates.shell.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.text.HostText;

/** What this machine may lack: each look answers why it is missing, or empty where it is there. It sends nothing. */
public final class ThisMachine {
    /** The Java that brought virtual threads (JEP 444). */
    public static final int VIRTUAL_JAVA = 21;

    private static final String IPV4_ALONE = "java.net.preferIPv4Stack"; // java.net's "Networking Properties"
    private static final InetSocketAddress DISCARD = new InetSocketAddress(HostText.loopback(Family.AF_INET), 9);
    private static final byte[] SOME_GROUP = {(byte) 239, (byte) 255, 42, 99};

    private ThisMachine() {}

    /**
     * IPv4's. A namespace or container may have its loopback interface down, then sockets can be bound there, and reach
     * nobody; or up with an address of IPv6 alone.
     */
    public static Optional<String> withoutLoopback() {
        try (DatagramChannel probe = DatagramChannel.open(StandardProtocolFamily.INET)) {
            probe.connect(DISCARD);
            return Optional.empty();
        } catch (IOException refused) {
            return SocketCallException.of(Call.CONNECT, refused).errno() == Errno.ENETUNREACH
                    ? Optional.of(withoutWayToLoopback())
                    : Optional.empty();
        }
    }

    private static String withoutWayToLoopback() {
        return loopbackIsUp()
                ? "the loopback interface has no 127.0.0.1:  sudo ip addr add 127.0.0.1/8 dev lo"
                : "the loopback interface is down:  sudo ip link set lo up";
    }

    private static boolean loopbackIsUp() {
        try {
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                if (each.isLoopback() && each.isUp()) {
                    return true;
                }
            }
            return false;
        } catch (IOException none) {
            return false;
        }
    }

    /** Why it makes no socket of a family (EAFNOSUPPORT): Java may be told to leave IPv6 alone. */
    public static String without(Family family) {
        if (family == Family.AF_INET6 && Boolean.getBoolean(IPV4_ALONE)) {
            return "Java uses IPv4 alone here, by its option -D" + IPV4_ALONE + "=true";
        }
        return "this machine has no " + word(family) + ";  doctor  tells what it has";
    }

    /** {@code IPv4} or {@code IPv6}. */
    public static String word(Family family) {
        return family == Family.AF_INET6 ? "IPv6" : "IPv4";
    }

    /** Groups, on the loopback interface. */
    public static Optional<String> withoutMulticast() {
        try (DatagramChannel probe = DatagramChannel.open(StandardProtocolFamily.INET)) {
            NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
            if (loopback == null || !loopback.isUp()) {
                return Optional.of("there is no loopback interface that is up");
            }
            probe.join(InetAddress.getByAddress(SOME_GROUP), loopback);
            return Optional.empty();
        } catch (IOException refused) {
            return Optional.of("no group can be joined on the loopback interface: "
                    + SocketCallException.of(Call.SETSOCKOPT, refused).errno());
        }
    }

    /** The states and queues of sockets, as the kernel has them. */
    public static Optional<String> withoutKernelTable() {
        return Files.isReadable(Path.of("/proc/net/tcp"))
                ? Optional.empty()
                : Optional.of("the kernel's table of sockets is not readable here");
    }

    public static Optional<String> withoutVirtualThreads() {
        int java = Runtime.version().feature();
        return java >= VIRTUAL_JAVA
                ? Optional.empty()
                : Optional.of("Java " + java + " has no virtual threads, " + VIRTUAL_JAVA + " has");
    }
}
