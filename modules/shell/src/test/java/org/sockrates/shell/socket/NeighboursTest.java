package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.net.InetSocketAddress;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;

/** Who is said to stand at an address that refused. */
class NeighboursTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void somebodyIsThereAndItWasRefusedAllTheSame() {
        typing.opens("door", "server tcp 0 --quiet");
        typing.all("socket --as bob", "socket --as alice").ends(0);
        assertThat(refused("127.0.0.1", typing.port("door")))
                .isEqualTo("somebody listens there: it came too early, or something keeps it from there (a firewall,"
                        + " SO_BINDTODEVICE)");
    }

    @Test
    void aDoorAtAnotherAddressIsNotTheOneThatWasCalled() {
        typing.all("socket --as door", "bind 127.0.0.2 0", "socket --as caller").ends(0);
        String called = "127.0.0.1:" + typing.port("door");
        assertThat(typing.hint("connect caller 127.0.0.1 {door}")).startsWith("nobody listens on " + called);
        typing.type("listen door").ends(0);
        assertThat(typing.hint("connect caller 127.0.0.1 {door}"))
                .isEqualTo("on this port somebody is at 127.0.0.2:" + typing.port("door") + ", not at " + called);
    }

    /** A socket at every address of this machine is at none of another, and one of IPv4 at none of IPv6. */
    @Test
    void aDoorAtEveryAddressIsNotThatOfAnotherMachine() {
        typing.all("socket --as door", "bind any 0", "socket --as caller", "socket --ipv6 --as six")
                .ends(0);
        int port = typing.port("door");
        assertThat(refused("192.0.2.1", port))
                .isEqualTo("nobody listens on 192.0.2.1:" + port + ", or a firewall refused it");
        assertThat(typing.hint("connect six ::1 {door}")).startsWith("nobody listens on [::1]:" + port);
        assertThat(refused("127.0.0.2", port)).isEqualTo("door (3) is bound there but not listening: try  listen door");
        typing.all("socket --ipv6 --as both", "bind any 0").ends(0);
        assertThat(refused("127.0.0.2", typing.port("both")))
                .isEqualTo("both (6) is bound there but not listening: try  listen both");
    }

    /** The door listens on, and whoever it took is closed: nobody waits there any more. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whoWasAcceptedWaitsForNoAccept() {
        typing.connectTcp();
        OpenSocket alice = typing.session().sockets().all().get(1);
        assertThat(alice.name()).isEqualTo("alice");
        typing.type("close bob").ends(0);
        Neighbours neighbours = new Neighbours(typing.session(), alice, KernelRows.NOW);
        assertThat(neighbours.unaccepted()).isEmpty();
    }

    private String refused(String host, int port) {
        SocketEvent event = new SocketEvent(
                1,
                2,
                4,
                "tcp",
                Call.CONNECT,
                None.NONE,
                new Failed(Errno.ECONNREFUSED, ""),
                null,
                new InetSocketAddress(host, port));
        OpenSocket caller = typing.session().sockets().all().get(1);
        return Calling.reply(typing.session(), mock(Job.class), caller, event).lines().stream()
                .skip(1)
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
