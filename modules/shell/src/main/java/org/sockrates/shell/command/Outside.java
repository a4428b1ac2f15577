package org.sockrates.shell.command;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import org.sockrates.shell.job.JobThread;
import org.sockrates.shell.machine.OwnAddresses;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Reach;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;

/** What leads out of this machine: refused to the lines of a lab, unless whoever runs it has let them. */
public final class Outside {
    /** By which that person lets them. */
    public static final String OPTION = "--allow-remote";

    /** The option of a socket that says which interface its datagrams to a group leave by. */
    public static final String GROUPS_LEAVE_BY = "IP_MULTICAST_IF";

    static final String WAY_OUT = "; whoever runs the lab may type " + OPTION;

    private Outside() {}

    /** Whether the line at work is that of a lab which may speak to this machine alone. */
    public static boolean isClosed(Session session) {
        return JobThread.isLabs() && session.places().reachOfLabs() == Reach.THIS_MACHINE;
    }

    /** The same, and its sockets are where other machines can be reached. */
    public static boolean isClosedHere(Session session) {
        return isClosed(session) && !session.place().secluded();
    }

    /**
     * Looks at the host that a lab's line is going to ask, before it runs.
     *
     * @throws UsageException when it is one of another machine, or a name that would have to be looked up
     */
    public static void refuse(KnownHost known) {
        InetAddress address = known.address();
        if (address == null) {
            throw looksUp(known.where(), known.word().text());
        }
        if (!address.isMulticastAddress() && !OwnAddresses.has(address)) { // how to a group, its socket will say
            throw otherMachine(known.where(), known.word().text());
        }
    }

    static UsageException looksUp(String where, String name) {
        return new UsageException(where, name, "localhost or an address: a lab looks no name up" + WAY_OUT);
    }

    private static UsageException otherMachine(String where, String given) {
        return new UsageException(where, given, "in a lab, localhost or an address of this machine" + WAY_OUT);
    }

    /** That an address of this machine's is one at which others reach a socket. */
    public static UsageException reached(String where, String host) {
        return new UsageException(where, host, "in a lab, localhost or any" + WAY_OUT);
    }

    /** The same where a socket listens. */
    public static UsageException listens(String where, String host) {
        return new UsageException(where, host, "in a lab, a loopback address" + WAY_OUT);
    }

    /** Refuses a peer on another machine, and a group whose members may be there. */
    static void refuse(String where, Session session, Word typed, InetAddress peer) {
        if (isClosedHere(session) && !OwnAddresses.has(peer)) {
            throw otherMachine(where, typed.text());
        }
    }

    /** The same of who asks with a socket: to a group it may speak where that leaves by the loopback interface. */
    static void refuse(String where, Session session, Word typed, InetAddress peer, OpenSocket socket)
            throws IOException {
        boolean group = peer.isMulticastAddress() && isClosedHere(session);
        if (!group) {
            refuse(where, session, typed, peer);
        } else if (!leavesByLoopback(peer, socket)) {
            throw new UsageException(
                    where,
                    typed.text(),
                    "in a lab, a group on this machine; first  options " + socket.word() + " " + GROUPS_LEAVE_BY + " lo"
                            + WAY_OUT);
        }
    }

    private static boolean leavesByLoopback(InetAddress group, OpenSocket socket) throws IOException {
        int scope = group instanceof Inet6Address six && isOfItsLink(six) ? six.getScopeId() : 0;
        String set = scope > 0 ? "" : socket.options().getOrDefault(GROUPS_LEAVE_BY, "");
        NetworkInterface named = set.isEmpty() ? null : NetworkInterface.getByName(set);
        NetworkInterface by = scope > 0 ? NetworkInterface.getByIndex(scope) : named;
        return by != null && by.isLoopback();
    }

    /** Of such the kernel heeds the interface behind the % before the option, and of no other (ipv6(7)). */
    private static boolean isOfItsLink(Inet6Address group) {
        return group.isMCLinkLocal() || group.isMCNodeLocal();
    }

    /**
     * Refuses an interface by which datagrams come or leave, unless it is the loopback interface.
     *
     * @param where the call, for messages
     */
    public static void refuse(String where, Session session, NetworkInterface by) throws IOException {
        if (isClosedHere(session) && !by.isLoopback()) {
            throw new UsageException(where, by.getName(), "in a lab, the loopback interface, lo" + WAY_OUT);
        }
    }
}
