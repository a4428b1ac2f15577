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
import org.sockrates.capture.kernel.KernelValue;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.text.HostText;

/** What this machine may lack: each look answers why it is missing, or empty where it is there. It sends nothing. */
public final class ThisMachine {
    /** The Java that brought virtual threads (JEP 444). */
    public static final int VIRTUAL_JAVA = 21;

    /** What there is to say of {@link #hasAddressFor} where it has none. */
    public static final String NO_ADDRESS = "this machine has no address from which it could go there";

    private static final KernelValue FIRST_FREE_PORT = new KernelValue("net.ipv4.ip_unprivileged_port_start");
    private static final int USUAL_FIRST_FREE_PORT = 1024;

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

    /** Whether who connects to an address reaches this very machine. */
    public static boolean has(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Whether it has an address from which it could send to another: as long as it has none, EADDRNOTAVAIL says so. */
    public static boolean hasAddressFor(InetSocketAddress peer) {
        try (DatagramChannel probe =
                DatagramChannel.open(Family.of(peer.getAddress()).protocolFamily())) {
            probe.connect(peer);
            return true;
        } catch (IOException | UnsupportedOperationException refused) {
            return SocketCallException.of(Call.CONNECT, refused).errno() != Errno.EADDRNOTAVAIL;
        }
    }

    /** Whether who has chosen no address, and asks at one of this machine's, comes from that very one, as Linux chooses. */
    public static boolean isItsOwnSource(InetSocketAddress peer) {
        try (DatagramChannel probe =
                DatagramChannel.open(Family.of(peer.getAddress()).protocolFamily())) {
            probe.connect(peer);
            return probe.getLocalAddress() instanceof InetSocketAddress source
                    && source.getAddress().equals(peer.getAddress());
        } catch (IOException | UnsupportedOperationException refused) {
            return false;
        }
    }

    /** Why it makes no socket of a family (EAFNOSUPPORT). */
    public static String without(Family family) {
        return "this machine has no " + word(family) + ";  doctor  tells what it has";
    }

    /** {@code IPv4} or {@code IPv6}. */
    public static String word(Family family) {
        return family == Family.AF_INET6 ? "IPv6" : "IPv4";
    }

    /**
     * Why nobody binds an address here (EADDRNOTAVAIL). Of an IPv4 socket Java refuses 255.255.255.255 and 127.x.x.255
     * itself; Linux would take them.
     *
     * @param family the socket's
     */
    public static String withoutAddress(InetAddress address, Family family) {
        byte[] bytes = address.getAddress();
        boolean refused = HostText.isEverybody(address)
                || (bytes.length == 4 && address.isLoopbackAddress() && bytes[3] == (byte) 255);
        return refused && family == Family.AF_INET
                ? "Linux would let a socket bind there; Java does not ask it"
                : "no interface of this machine has that address; see  doctor";
    }

    /** The first port that anybody may bind. */
    public static int firstFreePort() {
        return FIRST_FREE_PORT.now().map(Integer::parseInt).orElse(USUAL_FIRST_FREE_PORT);
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
