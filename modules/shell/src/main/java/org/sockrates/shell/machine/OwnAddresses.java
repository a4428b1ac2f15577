package org.sockrates.shell.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.channels.DatagramChannel;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.text.HostText;

/** The addresses of this machine: which are its own, and which it would send from. To look sends nothing. */
public final class OwnAddresses {
    /** What there is to say of a peer for which there is none, {@link #hasOneFor}. */
    public static final String NO_ADDRESS = "this machine has no address from which it could go there";

    private OwnAddresses() {}

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

    /** Whether there is one from which it could send to another: as long as there is none, EADDRNOTAVAIL says so. */
    public static boolean hasOneFor(InetSocketAddress peer) {
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

    /**
     * Why nobody binds an address here (EADDRNOTAVAIL). Of an IPv4 socket Java refuses 255.255.255.255 and 127.x.x.255
     * itself; Linux would take them.
     *
     * @param family the socket's
     */
    public static String without(InetAddress address, Family family) {
        byte[] bytes = address.getAddress();
        boolean refused = HostText.isEverybody(address)
                || (bytes.length == 4 && address.isLoopbackAddress() && bytes[3] == (byte) 255);
        return refused && family == Family.AF_INET
                ? "Linux would let a socket bind there; Java does not ask it"
                : "no interface of this machine has that address; see  doctor";
    }
}
