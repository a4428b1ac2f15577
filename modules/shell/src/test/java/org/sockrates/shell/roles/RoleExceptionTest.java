package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.MirroredPlace;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;
import org.sockrates.shell.machine.NoWay;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Traits.Promise;
import org.sockrates.transport.Transport;

/** What is said of a role that was not played, where the machine of the test lets everything through. */
class RoleExceptionTest {
    @AutoClose
    private final Typing typing = new Typing();

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        tcp;     CONNECT; EHOSTUNREACH; 192.0.2.1; nobody has that address, or a route or firewall rejects:  explain EHOSTUNREACH
        tcp;     CONNECT; EHOSTUNREACH; 127.0.0.1; a firewall rejects it (ICMP)
        udp;     SENDTO;  EHOSTUNREACH; 192.0.2.1; an unreachable route of this machine leads there
        tcp;     CONNECT; ENETUNREACH;  192.0.2.1; no route of this machine leads there, or ICMP said so
        udp;     SENDTO;  ENETUNREACH;  192.0.2.1; no route of this machine leads there
        udp;     SENDTO;  ENETUNREACH;  224.1.1.1; no route leads to this group
        tcp;     CONNECT; ENETUNREACH;  224.1.1.1; tcp has exactly two ends, never a group
        tcp;     CONNECT; EINVAL;       192.0.2.1; the kernel takes no such address, or a blackhole route leads there
        """)
    void whyNoWayLeadsThereIsSaidAsAConnectSaysIt(String transport, Call call, Errno errno, String host, String why) {
        RoleException told = RoleException.of(
                "client",
                typing.session(),
                typing.session().unobserved("client", transport),
                new InetSocketAddress(host, 9),
                new SocketCallException(call, errno));
        assertThat(told).hasMessage("client: " + transport + " " + host + ":9: " + errno + ", " + why);
    }

    @ParameterizedTest
    @CsvSource({"CONNECT, EINVAL, 127.0.0.1", "BIND, EINVAL, 192.0.2.1"})
    void whereThatIsNotItTheSystemSpeaks(Call call, Errno errno, String host) {
        RoleException told = RoleException.of(
                "client",
                typing.session(),
                typing.session().unobserved("client", "tcp"),
                new InetSocketAddress(host, 9),
                new SocketCallException(call, errno));
        assertThat(told).hasMessage("client: tcp " + host + ":9: " + call.word() + ": " + errno.text());
    }

    @Test
    void aServerThatBindsWhereItIsToBeReachedIsToldWhatItBinds() {
        try (Session mirrored = MirroredPlace.session()) {
            assertThat(RoleException.of(
                            "server",
                            mirrored,
                            typing.session().unobserved("server", "tcp"),
                            new InetSocketAddress("127.0.0.2", 9),
                            new SocketCallException(Call.BIND, Errno.EADDRNOTAVAIL)))
                    .hasMessage("server: tcp 127.0.0.2:9: to be reached at 127.0.0.2, a server binds 127.0.0.1, or"
                            + " 0.0.0.0");
        }
    }

    @Test
    void aFamilyThatIsMissingIsNamed() {
        assertThat(RoleException.of(
                        "server",
                        typing.session(),
                        typing.session().unobserved("server", "tcp"),
                        new InetSocketAddress("::1", 9),
                        new SocketCallException(Call.SOCKET, Errno.EAFNOSUPPORT)))
                .hasMessage("server: tcp [::1]:9: this machine has no IPv6;  doctor  tells what it has");
    }

    @Test
    void whereTheServerDoesNotReadTheNetworkIsNotBlamed() {
        typing.opens("deaf", "server tcp 0 --discard --pause-before-read 60s --quiet");
        Shown shown = typing.type("client {deaf} #16000000 --timeout 300ms").ends(124);
        assertThat(String.join(" ", shown.troubles()))
                .matches(
                        "client: tcp 127\\.0\\.0\\.1:[0-9]+: send: Resource temporarily unavailable; [0-9]+ of 16000000"
                                + " bytes handed to the kernel, delivery unknown; the buffers are full: the server does not"
                                + " read");
    }

    @Test
    void ofASendThatTheKernelGaveUpNothingIsKnownOfBuffers() {
        assertThat(RoleException.of(
                        "client",
                        typing.session(),
                        typing.session().unobserved("client", "tcp"),
                        new InetSocketAddress("192.0.2.1", 9),
                        new SocketCallException(Call.SEND, Errno.ETIMEDOUT, "Connection timed out; 1 of 2 bytes")))
                .hasMessage("client: tcp 192.0.2.1:9: send: Connection timed out; 1 of 2 bytes");
    }

    @Test
    void aFullBacklogOfTheSessionsOwnIsNamed() throws IOException {
        typing.opens("door", "server tcp 0 --backlog 1 --pause-after-listen 60s --quiet");
        typing.all("socket --as own", "bind 0", "listen . 1").ends(0);
        for (String full : new String[] {"door", "own"}) {
            int port = typing.port(full);
            InetAddress here = InetAddress.getLoopbackAddress();
            try (Socket one = new Socket(here, port);
                    Socket two = new Socket(here, port)) {
                assertThat(one.isConnected() && two.isConnected()).isTrue();
                typing.type("client {" + full + "} hi --timeout 100ms")
                        .fails(
                                "client: tcp 127.0.0.1:" + port + ": no answer in time: the backlog of 127.0.0.1:"
                                        + port + " is full, 2 connections wait for accept",
                                4);
            }
        }
    }

    /** Whoever builds a connection out of datagrams hears of no silence either. */
    @Test
    void aConnectionOfDatagramsIsNotToldThatNobodyHasTheAddress() {
        Transport transport = mock(Transport.class);
        when(transport.traits()).thenReturn(Traits.of(1, Promise.CONNECTION_ORIENTED, Promise.IN_DATAGRAMS));
        assertThat(new NoWay(transport, new InetSocketAddress("192.0.2.1", 9)).line(Errno.EHOSTUNREACH))
                .contains("an unreachable route of this machine leads there, or a firewall rejects it (ICMP)");
    }
}
