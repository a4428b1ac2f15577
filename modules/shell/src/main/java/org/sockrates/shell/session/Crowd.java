package org.sockrates.shell.session;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.ServedAddress;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Phase;
import org.sockrates.transport.Transport;
import org.sockrates.transport.text.CountText;

/**
 * Who waits at a door to be accepted: that somebody is there, and does not answer. Of nobody, {@link Absence} tells.
 *
 * @param transport by which somebody asked
 * @param asked the address that was asked, as who asked names it
 * @param kernel tells who is at a port
 */
public record Crowd(Session session, Transport transport, InetSocketAddress asked, KernelRows kernel) {
    private static final String OTHERWISE = ";  server --style threads  serves several at once";

    private KernelProtocol protocol() {
        return KernelProtocol.of(transport.traits());
    }

    /** The address that was asked, as who has it here has it. */
    private InetSocketAddress reached() {
        return session.place().behind(asked);
    }

    private Optional<ServedAddress> serving() {
        return session.jobs().serving(protocol(), reached());
    }

    /**
     * What there is to say where a connection met silence: that others of its door wait to be accepted, as it may itself.
     *
     * @return empty where none waits, or nobody tells
     */
    public Optional<String> told() {
        List<KernelSocket> rows = kernel.at(asked.getPort());
        String advice = serving().map(at -> advice(at, rows)).orElse("");
        return waiting(protocol(), reached(), rows).map(told -> told + advice);
    }

    /**
     * The same of a server of the session's own: who waits there.
     *
     * @param kernel the rows of its port at least; none where nobody tells
     */
    public static Optional<String> at(Job server, List<KernelSocket> kernel) {
        return server.serving()
                .flatMap(at -> waiting(at.protocol(), at.address(), kernel).map(told -> told + advice(at, kernel)));
    }

    /** One that has a single connection in hand while others wait serves one after the other, and not one that has none yet. */
    private static String advice(ServedAddress server, List<KernelSocket> kernel) {
        long inHand = kernel.stream()
                .filter(row -> server.isAt(row.protocol(), row.local()))
                .filter(row -> row.remote() != null && row.inode() != 0)
                .count();
        return inHand == 1 ? OTHERWISE : "";
    }

    /**
     * Why a door of this machine, where a connection asked, did not answer: how many wait there the kernel tells, how many may
     * only the session knows, of its own; of one that the kernel knows nothing of, that it speaks the same.
     *
     * @param since when it was asked at the earliest, by the system's clock
     * @return empty where there is none, or nobody tells
     */
    public Optional<String> behindSilence(long since) {
        return kernel.door(protocol(), reached())
                .filter(row -> row.state() == KernelState.LISTEN)
                .map(row -> {
                    Optional<Integer> most =
                            serving().map(ServedAddress::backlog).or(() -> backlog(row));
                    if (row.receiveQueue() == 0 || (most.isPresent() && row.receiveQueue() <= most.get())) {
                        return OnTheWay.told(session, asked, since, "");
                    }
                    String full = "the backlog of " + CallText.address(row.local()) + " is full, "
                            + waiting(row.receiveQueue()) + " for accept";
                    return most.isPresent() ? full : OnTheWay.told(session, asked, since, ", or " + full);
                })
                .or(() -> serving()
                        .filter(at -> at.transport().equals(transport.name()))
                        .map(at -> OnTheWay.told(session, asked, since, ", or its backlog is full")));
    }

    private Optional<Integer> backlog(KernelSocket door) {
        return session.sockets().all().stream()
                .filter(own -> own.protocol() == door.protocol()
                        && own.phase() == Phase.LISTENING
                        && door.local().equals(own.local()))
                .findFirst()
                .map(own -> own.past().backlog());
    }

    private static Optional<String> waiting(
            KernelProtocol protocol, InetSocketAddress address, List<KernelSocket> kernel) {
        KernelRows rows = port ->
                kernel.stream().filter(row -> row.local().getPort() == port).toList();
        return rows.door(protocol, address)
                .filter(row -> row.state() == KernelState.LISTEN && row.receiveQueue() > 0)
                .map(row -> waiting(row.receiveQueue())
                        + " there for accept: its server is busy with another, or does not call it");
    }

    private static String waiting(long connections) {
        return CountText.print(connections, "connection") + (connections == 1 ? " waits" : " wait");
    }
}
