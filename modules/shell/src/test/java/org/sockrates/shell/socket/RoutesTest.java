package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.MirroredPlace;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.machine.Forbidden;
import org.sockrates.shell.machine.OwnAddresses;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Arguments;
import org.sockrates.transport.Arguments.Address;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Returned;

/** What is said of a call that did not get away from this machine, where the machine of the test lets everything through. */
class RoutesTest {
    private static final String PROHIBITED = "  a prohibit route of this machine forbids it";

    @AutoClose
    private final Typing typing = new Typing();

    /** The lines under the call. */
    private List<String> under(Call call, Errno errno, String host, int port) {
        return under(typing.session(), call, errno, host, port);
    }

    private List<String> under(Session session, Call call, Errno errno, String host, int port) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        Arguments arguments =
                call == Call.BIND || call == Call.CONNECT ? new Address(address, Family.AF_INET) : None.NONE;
        InetSocketAddress peer = call == Call.BIND ? null : address;
        String transport = typing.session().sockets().all().get(0).transport();
        SocketEvent event =
                new SocketEvent(1, 2, 3, transport, call, arguments, new Failed(errno, errno.text()), null, peer);
        List<String> lines = Calling.reply(
                        session,
                        mock(Job.class),
                        typing.session().sockets().all().get(0),
                        event)
                .lines();
        assertThat(lines.get(0)).contains(" = -1 " + errno + " (" + errno.text() + ")");
        return lines.subList(1, lines.size());
    }

    @Test
    void whoBindsWhereItIsToBeReachedIsToldWhatAServerBinds() {
        typing.type("socket").ends(0);
        try (Session mirrored = MirroredPlace.session()) {
            assertThat(under(mirrored, Call.BIND, Errno.EADDRNOTAVAIL, "127.0.0.2", 9))
                    .containsExactly("  to be reached at 127.0.0.2, a server binds 127.0.0.1, or 0.0.0.0");
        }
    }

    @Test
    void aPortIsPrivilegedOnlyBelowTheFirstFreeOneAndOnlyOfABind() {
        typing.type("socket").ends(0);
        int free = Forbidden.firstFreePort();
        if (free > 1) {
            assertThat(under(Call.BIND, Errno.EACCES, "127.0.0.1", free - 1))
                    .containsExactly("  ports below " + free + " need privileges here; take one above");
        }
        assertThat(under(Call.BIND, Errno.EACCES, "127.0.0.1", Math.max(1, free)))
                .containsExactly("  this machine's own rules forbid it");
        assertThat(under(Call.CONNECT, Errno.EACCES, "10.66.0.1", 80)).containsExactly(PROHIBITED);
    }

    @Test
    void broadcastIsOffOnlyWhereItWasOneAndIsOff() {
        typing.type("socket udp").ends(0);
        for (String all : List.of("255.255.255.255", "127.255.255.255")) {
            assertThat(under(Call.SENDTO, Errno.EACCES, all, 9))
                    .containsExactly("  broadcast is off:  options 3 SO_BROADCAST on");
        }
        for (String one : List.of("10.66.0.1", "127.0.0.0", "126.255.255.255")) {
            assertThat(under(Call.SENDTO, Errno.EACCES, one, 9)).containsExactly(PROHIBITED);
        }
        assertThat(under(Call.SENDTO, Errno.EACCES, "fd66::1", 9))
                .containsExactly(PROHIBITED + ", or a firewall anywhere (ICMPv6)");
        typing.type("options 3 SO_BROADCAST on").ends(0);
        assertThat(under(Call.SENDTO, Errno.EACCES, "255.255.255.255", 9)).containsExactly(PROHIBITED);
    }

    @Test
    void whatTheFirewallDropsIsNotDenied() {
        typing.type("socket udp").ends(0);
        assertThat(under(Call.SEND, Errno.EPERM, "127.0.0.1", 9))
                .containsExactly("  a rule of this machine's own firewall drops it");
        assertThat(under(Call.CONNECT, Errno.EPERM, "127.0.0.1", 9))
                .containsExactly("  this machine's own rules forbid it");
        assertThat(under(Call.SETSOCKOPT, Errno.EPERM, "127.0.0.1", 9)).containsExactly("  it takes a privilege");
    }

    @Test
    void aConnectionHasTwoEnds() {
        typing.type("socket").ends(0);
        for (String many : List.of("224.0.0.1", "127.255.255.255", "255.255.255.255")) {
            assertThat(under(Call.CONNECT, Errno.ENETUNREACH, many, 9))
                    .containsExactly("  tcp has exactly two ends, never a group");
        }
    }

    @Test
    void aGroupIsOfItsOwnFamilyWhateverTheSockets() {
        typing.type("socket udp --ipv6").ends(0);
        assertThat(under(Call.SENDTO, Errno.ENETUNREACH, "224.1.2.3", 9))
                .containsExactly("  no route leads to this group; name an interface:  options 3 IP_MULTICAST_IF lo");
        assertThat(under(Call.SENDTO, Errno.ENETUNREACH, "ff02::77", 9))
                .containsExactly("  no route leads to this group: over lo Linux has none for IPv6");
    }

    @Test
    void whoMeetsItselfAtAnyOfItsAddressesIsToldSo() throws IOException {
        typing.all("socket --as any", "bind any any 0").ends(0);
        int port = typing.port("any");
        assertThat(typing.hint("connect any 127.0.0.2 " + port))
                .isEqualTo("nobody listens on 127.0.0.2:" + port
                        + "; any (3) has this port, and does not listen: a server needs another");
        Optional<String> own = NetworkInterface.networkInterfaces()
                .flatMap(each -> each.getInterfaceAddresses().stream())
                .map(InterfaceAddress::getAddress)
                .filter(each -> each instanceof Inet4Address
                        && !each.isLoopbackAddress()
                        && OwnAddresses.isItsOwnSource(new InetSocketAddress(each, 9)))
                .map(InetAddress::getHostAddress)
                .findFirst();
        Assumptions.assumeThat(own).isPresent();
        assertThat(typing.hint("connect any " + own.get() + " " + port))
                .isEqualTo("that is its own address: Linux would connect it to itself; here it is refused");
    }

    @Test
    void whatTheKernelTakesForNoAddressMayBeARoute() {
        typing.type("socket").ends(0);
        assertThat(under(Call.CONNECT, Errno.EINVAL, "192.0.2.1", 9))
                .containsExactly("  the kernel takes no such address, or a blackhole route leads there");
        assertThat(under(Call.CONNECT, Errno.EINVAL, "127.0.0.1", 9)).isEmpty();
    }

    @Test
    void nobodyIsMissedWhereNobodyIsAsked() {
        typing.type("socket udp").ends(0);
        assertThat(under(Call.SENDTO, Errno.EHOSTUNREACH, "192.0.2.1", 10))
                .containsExactly("  an unreachable route of this machine leads there");
        assertThat(under(Call.SENDTO, Errno.ENETUNREACH, "192.0.2.1", 10))
                .containsExactly("  no route of this machine leads there");
    }

    @Test
    void noRouteIsTakenFromAnAddressThatHasGone() {
        typing.type("socket udp").ends(0);
        SocketEvent bound = new SocketEvent(
                1, 2, 3, "udp", Call.BIND, None.NONE, new Returned(0), new InetSocketAddress("192.0.2.7", 5050), null);
        typing.session().sockets().heard(Session.SELF, bound);
        assertThat(under(Call.SENDTO, Errno.ENETUNREACH, "192.0.2.1", 10))
                .containsExactly("  bound to 192.0.2.7:5050, which no interface of this machine has any more");
    }

    @Test
    void aRouterOrAFirewallMayHaveSaidSo() {
        typing.type("socket").ends(0);
        assertThat(under(Call.CONNECT, Errno.ENETUNREACH, "127.0.0.1", 11))
                .containsExactly("  no route of this machine leads there, or ICMP said so");
        assertThat(under(Call.CONNECT, Errno.EHOSTUNREACH, "127.0.0.1", 10))
                .containsExactly("  a firewall rejects it (ICMP)");
        assertThat(under(Call.CONNECT, Errno.EHOSTUNREACH, "192.0.2.1", 10))
                .containsExactly("  nobody has that address, or a route or firewall rejects:  explain EHOSTUNREACH");
    }

    /** Where a mirror lies between the two, the very address of the server leads past it. */
    @Test
    void whoAsksAServerAtItsOwnAddressGoesPastThePlace() throws IOException {
        typing.type("socket").ends(0);
        try (Session mirrored = MirroredPlace.session()) {
            assertThat(past(Call.CONNECT, "127.0.0.1", mirrored))
                    .containsExactly(
                            "  this way the wire sees nothing of it; by 127.0.0.2, or without a host, it does");
            assertThat(past(Call.SENDTO, "127.0.0.1", mirrored)).hasSize(1);
            assertThat(past(Call.CONNECT, "127.0.0.2", mirrored)).isEmpty();
            assertThat(past(Call.SEND, "127.0.0.1", mirrored)).isEmpty();
            assertThat(past(Call.CONNECT, "127.0.0.1", typing.session())).isEmpty();
        }
    }

    /** The lines under a call that got away. */
    private List<String> past(Call call, String host, Session session) throws IOException {
        SocketEvent event =
                new SocketEvent(1, 2, 3, "tcp", call, None.NONE, new Returned(0), null, new InetSocketAddress(host, 9));
        OpenSocket socket = typing.session().sockets().all().get(0);
        List<String> lines =
                Calling.reply(session, mock(Job.class), socket, event).lines();
        return lines.subList(1, lines.size());
    }
}
