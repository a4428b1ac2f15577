package org.sockrates.shell.socket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.command.Outside;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.HostText;

/**
 * A multicast group on one interface, as {@code join} and {@code leave} are told it.
 *
 * @param on the interface; the loopback interface unless one is named
 */
record GroupOperands(InetAddress group, NetworkInterface on) {
    static GroupOperands read(String where, OpenSocket socket, Operands operands, Session session) throws IOException {
        Word word = operands.next("GROUP");
        if (HostText.literal(where, word.text()) == null) {
            throw noGroup(where, word);
        }
        InetAddress group = HostText.address(where, word.text(), socket.family());
        if (!group.isMulticastAddress()) {
            throw noGroup(where, word);
        }
        NetworkInterface on =
                operands.more() ? named(where, operands.next("INTERFACE").text()) : loopback(where);
        operands.end();
        Outside.refuse(where, session, on);
        return new GroupOperands(group, on);
    }

    private static UsageException noGroup(String where, Word word) {
        return new UsageException(where, word.text(), "a multicast group: 224.0.0.0 to 239.255.255.255, or ff00::/8");
    }

    private static NetworkInterface named(String where, String name) throws IOException {
        NetworkInterface found = NetworkInterface.getByName(name);
        if (found == null) {
            String all = String.join(
                    " ",
                    NetworkInterface.networkInterfaces()
                            .map(NetworkInterface::getName)
                            .toList());
            throw new UsageException(where, name, "an interface: " + SafeText.escape(all));
        }
        return found;
    }

    private static NetworkInterface loopback(String where) throws IOException {
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        if (loopback == null) {
            throw new SocketCallException(
                    Call.SETSOCKOPT, Errno.ENODEV, where + ": this machine has no loopback interface; name one");
        }
        return loopback;
    }
}
