package org.sockrates.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.shell.MadeUpRows;
import org.sockrates.shell.Typing;
import org.sockrates.transport.Transport;
import org.sockrates.transport.tcp.TcpTransport;
import org.sockrates.transport.udp.UdpTransport;

class AbsenceTest {
    private static final String HERE = "127.0.0.1";
    private static final int ASKER = 4711;

    private static KernelSocket door() {
        return MadeUpRows.door(KernelProtocol.TCP, KernelState.LISTEN, HERE, 0);
    }

    /** What is said of a port that refused, at 127.0.0.1 if no other address is given. */
    private static String refused(String asked, KernelSocket... kernel) {
        return refused(new TcpTransport(), asked, kernel);
    }

    private static String refused(Transport transport, String asked, KernelSocket... kernel) {
        try (Typing typing = new Typing()) {
            return new Absence(typing.session(), transport, new InetSocketAddress(asked, 80), port -> List.of(kernel))
                    .mistaken(new InetSocketAddress(HERE, ASKER))
                    .orElse("");
        }
    }

    @Test
    void whoeverIsThereAndRefusesIsToldFromWhoeverIsElsewhere() {
        KernelSocket elsewhere = MadeUpRows.door(KernelProtocol.TCP, KernelState.LISTEN, "127.0.0.2", 0);
        KernelSocket datagrams = MadeUpRows.door(KernelProtocol.UDP, KernelState.UNCONN, HERE, 0);
        String there = "somebody listens there: it came too early, or something keeps it from there (a firewall,"
                + " SO_BINDTODEVICE)";
        assertThat(refused(HERE)).isEmpty();
        assertThat(refused(HERE, elsewhere, door())).isEqualTo(there);
        assertThat(refused(HERE, door(), elsewhere)).isEqualTo(there);
        assertThat(refused(HERE, datagrams, elsewhere))
                .isEqualTo("on this port somebody is at 127.0.0.2:80, not at 127.0.0.1:80");
        assertThat(refused(HERE, datagrams)).isEqualTo("only udp has somebody on port 80; tcp has ports of its own");
        assertThat(refused("192.0.2.1", datagrams, door(), elsewhere))
                .as("ports of another machine")
                .isEmpty();
    }

    @Test
    void aDoorOfIpv6MayBeIpv6sAlone() {
        assertThat(refused(HERE, MadeUpRows.door(KernelProtocol.TCP, KernelState.LISTEN, "::", 0)))
                .isEqualTo("somebody listens there: it came too early, or something keeps it from there (IPV6_V6ONLY, a"
                        + " firewall, SO_BINDTODEVICE)");
    }

    @Test
    void whoIsConnectedHearsNobodyElse() {
        String there =
                "an earlier datagram was refused: nobody was bound there yet, or something keeps it from there (";
        KernelSocket all = MadeUpRows.door(KernelProtocol.UDP, KernelState.UNCONN, "0.0.0.0", 0);
        KernelSocket six = MadeUpRows.door(KernelProtocol.UDP, KernelState.UNCONN, "::", 0);
        KernelSocket deaf = MadeUpRows.deaf(HERE, 9);
        String alone = "somebody is bound there and connected to 127.0.0.1:9: it hears nobody else";
        assertThat(refused(new UdpTransport(), HERE, deaf)).isEqualTo(alone);
        assertThat(refused(new UdpTransport(), HERE, six, deaf)).isEqualTo(alone);
        assertThat(refused(new UdpTransport(), HERE, deaf, all)).startsWith(there + "a firewall");
        assertThat(refused(new UdpTransport(), HERE, six)).startsWith(there + "IPV6_V6ONLY, a firewall");
        assertThat(refused(new UdpTransport(), HERE, MadeUpRows.deaf(HERE, ASKER)))
                .startsWith(there + "a firewall");
        assertThat(refused(new UdpTransport(), "127.0.0.2", deaf)).isEmpty();
        assertThat(refused(HERE, MadeUpRows.connection(KernelState.ESTAB, HERE, 9, MadeUpRows.HELD)))
                .as("a connection of TCP's")
                .isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void silenceIsThatOfNobodyOnlyWhereNobodyStands() {
        String start = "nobody is bound there; start one:  server udp 80";
        assertThat(silence()).isEqualTo(start);
        assertThat(silence(MadeUpRows.deaf(HERE, 9))).isEmpty();
        assertThat(silence(MadeUpRows.door(KernelProtocol.UDP, KernelState.UNCONN, "::", 0)))
                .isEmpty();
        assertThat(silence(MadeUpRows.door(KernelProtocol.UDP, KernelState.UNCONN, "127.0.0.2", 0)))
                .isEqualTo("on this port somebody is at 127.0.0.2:80, not at 127.0.0.1:80");
        assertThat(silence(door())).isEqualTo("only tcp has somebody on port 80; udp has ports of its own");
    }

    private static String silence(KernelSocket... kernel) {
        try (Typing typing = new Typing()) {
            InetSocketAddress asked = new InetSocketAddress(HERE, 80);
            return new Absence(typing.session(), new UdpTransport(), asked, port -> List.of(kernel))
                    .behindSilence()
                    .orElse("");
        }
    }

    /** A server sets SO_REUSEADDR, and shares the port with whoever has set it, too. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aServerIsNotAdvisedWhereASocketOfTheSessionHasThePort() {
        try (Typing typing = new Typing()) {
            typing.connectTcp();
            typing.all("close door", "socket --as carol").ends(0);
            String nobody = "nobody listens on 127.0.0.1:" + typing.port("door");
            assertThat(typing.hint("connect carol {door}"))
                    .isEqualTo(nobody + "; bob (5) has this port, and does not listen: a server needs another");
            typing.type("server tcp {door}").ends(4);
            typing.all("options alice SO_REUSEADDR on", "options bob SO_REUSEADDR on")
                    .ends(0);
            assertThat(typing.hint("connect carol {door}")).startsWith(nobody + "; start one:  server tcp ");
            typing.type("server tcp {door}").ends(0);
            typing.type("connect carol {door}").ends(0);
        }
    }

    /** Its port was the door's, which was not chosen for it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aConnectionThatIsOverHasGivenItsPortBack() {
        try (Typing typing = new Typing()) {
            typing.connectTcp();
            typing.all("close door", "close alice --reset", "socket --as carol").ends(0);
            assertThat(typing.hint("connect carol {door}")).contains("; start one:  server tcp ");
            typing.type("server tcp {door}").ends(0);
        }
    }

    @Test
    void aClientIsToldOfTheSocketThatDoesNotListenYet() {
        try (Typing typing = new Typing()) {
            typing.all("socket --as door", "bind door 0").ends(0);
            typing.type("client tcp {door}")
                    .fails(
                            "client: tcp 127.0.0.1:{door}: refused, nobody listens there; door (3) has this port, and"
                                    + " does not listen: a server needs another",
                            4);
        }
    }
}
