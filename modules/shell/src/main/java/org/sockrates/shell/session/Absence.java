package org.sockrates.shell.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sockrates.capture.KernelProtocol;
import org.sockrates.capture.KernelSocket;
import org.sockrates.capture.KernelSockets;
import org.sockrates.capture.KernelState;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Serving;
import org.sockrates.transport.CallText;

/** What there is to say where nobody serves at an address. */
public final class Absence {
    private static final String OTHERWISE = ";  server --style threads  serves several at once";

    private Absence() {}

    /**
     * How the program that is graded stands, if it should serve there; else the command that starts a server at exactly that
     * address.
     *
     * @return empty where the address is not one of this machine's
     */
    public static Optional<String> at(Session session, String transport, InetSocketAddress address) {
        return session.program()
                .flatMap(program -> program.absence(address.getPort()))
                .or(() -> host(session, address).map(host -> "start one:  server " + transport + " " + host));
    }

    /**
     * The same where a datagram met silence, which may mean anything.
     *
     * @return empty also where the kernel's table has somebody on that port, or there is no table
     */
    public static Optional<String> behindSilence(Session session, String transport, InetSocketAddress address) {
        int port = session.place().behind(address).getPort();
        return KernelSockets.read(Set.of(port))
                .filter(table -> table.sockets().stream().noneMatch(row -> row.protocol() == KernelProtocol.UDP))
                .flatMap(table -> at(session, transport, address));
    }

    /**
     * What there is to say where a connection met silence: that others of its door wait to be accepted, as it may itself.
     *
     * @return empty where none waits, or nobody tells
     */
    public static Optional<String> ofAccept(Session session, KernelProtocol protocol, InetSocketAddress address) {
        List<KernelSocket> kernel = KernelSockets.read(Set.of(address.getPort()))
                .map(KernelSockets::sockets)
                .orElse(List.of());
        String advice = session.jobs().all().stream()
                .flatMap(job -> job.serving().stream())
                .filter(at -> at.isAt(protocol, address))
                .findFirst()
                .map(at -> advice(at, kernel))
                .orElse("");
        return waiting(protocol, address, kernel).map(told -> told + advice);
    }

    /**
     * The same of a server of the session's own: who waits there.
     *
     * @param kernel the rows of its port at least; none where nobody tells
     */
    public static Optional<String> ofAccept(Job server, List<KernelSocket> kernel) {
        return server.serving()
                .flatMap(at -> waiting(at.protocol(), at.address(), kernel).map(told -> told + advice(at, kernel)));
    }

    /** One that has a single connection in hand while others wait serves one after the other, and not one that has none yet. */
    private static String advice(Serving server, List<KernelSocket> kernel) {
        long inHand = kernel.stream()
                .filter(row -> server.isAt(row.protocol(), row.local()))
                .filter(row -> row.remote() != null && row.inode() != 0)
                .count();
        return inHand == 1 ? OTHERWISE : "";
    }

    private static Optional<String> waiting(
            KernelProtocol protocol, InetSocketAddress address, List<KernelSocket> kernel) {
        return kernel.stream()
                .filter(row -> row.protocol() == protocol && row.state() == KernelState.LISTEN)
                .filter(row -> row.receiveQueue() > 0 && isDoorOf(row.local().getAddress(), address.getAddress()))
                .findFirst()
                .map(row -> (row.receiveQueue() == 1 ? "1 connection waits" : row.receiveQueue() + " connections wait")
                        + " there for accept: its server is busy with another, or does not call it");
    }

    private static boolean isDoorOf(InetAddress door, InetAddress asked) {
        return door.equals(asked) || (door.isAnyLocalAddress() && ThisMachine.has(asked));
    }

    /** The operands and options by which {@code server} takes an address. */
    private static Optional<String> host(Session session, InetSocketAddress address) {
        InetAddress host = session.place().behind(address).getAddress();
        boolean near = host.isLoopbackAddress() || session.place().secluded();
        try {
            if (host.equals(session.place().here(session.defaults().family()))) {
                return Optional.of(Integer.toString(address.getPort()));
            }
            return host.isLoopbackAddress() || NetworkInterface.getByInetAddress(host) != null
                    ? Optional.of(CallText.host(host) + " " + address.getPort() + (near ? "" : " --allow-remote"))
                    : Optional.empty();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }
}
