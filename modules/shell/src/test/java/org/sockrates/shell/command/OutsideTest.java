package org.sockrates.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.session.Reach;

/** A lab's lines stay on this machine; 203.0.113.0/24 and 198.51.100.0/24 are nobody's (RFC 5737). */
class OutsideTest {
    private static final String WAY_OUT = "; whoever runs the lab may type --allow-remote)";
    private static final String NEAR = " (expected: in a lab, localhost or an address of this machine" + WAY_OUT;
    private static final String NO_NAME = " (expected: localhost or an address: a lab looks no name up" + WAY_OUT;

    @AutoClose
    private final Typing typing = new Typing();

    @BeforeEach
    void open() {
        typing.all("socket --as ann", "socket udp --as bob").ends(0);
    }

    @ParameterizedTest
    @CsvSource({
        "connect ann 203.0.113.1 9,           connect, 203.0.113.1",
        "connect bob 203.0.113.1 9,           connect, 203.0.113.1",
        "connect ann 203.0.113.1:9,           connect, 203.0.113.1:9",
        "connect ann 2001:db8::1 9,         connect, 2001:db8::1",
        "sendto bob 203.0.113.1 9 hello,      sendto,  203.0.113.1",
        "sendto bob ::ffff:203.0.113.1 9 hello, sendto, ::ffff:203.0.113.1",
        "sendto bob [::ffff:203.0.113.1]:9 hello, sendto, [::ffff:203.0.113.1]:9",
        "sendto bob 255.255.255.255 9 all,  sendto,  255.255.255.255",
        "client 203.0.113.1 9 hello,          client,  203.0.113.1",
        "client udp 239.1.2.3 9 hello,      client,  239.1.2.3",
        "link add udp 198.51.100.1 9,       link,    198.51.100.1",
    })
    void noLabAsksAnotherMachine(String line, String call, String host) {
        typing.type(line, Origin.LAB).refuses(call + ": \"" + host + '"' + NEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "connect ann host.example 9,      connect, host.example",
        "sendto bob host.example 9 hello, sendto,  host.example",
        "client udp host.example 9,       client,  host.example",
        "client localhost.example 9,      client,  localhost.example",
        "client a.localhost 9,            client,  a.localhost",
        "link add host.example 9,         link,    host.example",
        "bind bob host.example 0,         bind,    host.example",
        "server host.example 0,           server,  host.example",
    })
    void noLabLooksANameUp(String line, String call, String name) {
        typing.type(line, Origin.LAB).refuses(call + ": \"" + name + '"' + NO_NAME);
    }

    /** A word that may be a socket's is answered as one. */
    @Test
    void aSocketThatIsMisspeltIsNotLookedUpEither() {
        typing.type("connect annn 9", Origin.LAB)
                .fails(
                        "connect: \"annn\": a lab looks no name up; whoever runs the lab may type --allow-remote,"
                                + " and no socket (expected: ann?)",
                        4);
        typing.type("connect ann unheard.invalid 9", Origin.LAB).fails("connect: \"unheard.invalid\": name unknown", 4);
    }

    @Test
    void thisMachineIsAskedByAnyOfItsAddresses() throws SocketException {
        typing.all("socket udp --as zoe", "bind zoe any 0", "status").ends(0);
        Stream.concat(Stream.of("localhost", "127.0.0.2", "0.0.0.0", "127.0.0.1"), own().stream())
                .forEach(host -> typing.type("sendto bob " + host + " {zoe} hello", Origin.LAB)
                        .ends(0));
    }

    /** Else a socket that hears broadcasts and groups of this machine could not be shown. */
    @Test
    void toAnyALabBindsASocketOfDatagrams() throws SocketException {
        typing.type("bind bob any 0", Origin.LAB).ends(0);
        Optional<String> own = own();
        assumeTrue(own.isPresent(), "an address of this machine's that others reach");
        typing.type("socket udp --as zoe").ends(0);
        typing.type("bind zoe " + own.get() + " 0", Origin.LAB)
                .refuses("bind: \"" + own.get() + "\" (expected: in a lab, localhost or any" + WAY_OUT);
    }

    private static Optional<String> own() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst();
    }

    @Test
    void broadcastsAndGroupsOfThisMachineAreHeard() {
        typing.type("options bob SO_BROADCAST on", Origin.LAB).ends(0);
        typing.type("sendto bob 127.255.255.255 9 all", Origin.LAB).ends(0);
        List.of("connect bob 239.1.2.3 9", "sendto bob 239.1.2.3 9 news")
                .forEach(line -> typing.type(line, Origin.LAB)
                        .refuses(line.split(" ", 2)[0]
                                + ": \"239.1.2.3\" (expected: in a lab, a group on this machine; first"
                                + "  options bob IP_MULTICAST_IF lo" + WAY_OUT));
        typing.type("options bob IP_MULTICAST_IF lo", Origin.LAB).ends(0);
        typing.type("join bob 239.1.2.3", Origin.LAB).ends(0);
        typing.type("sendto bob 239.1.2.3 9 news", Origin.LAB).ends(0);
    }

    /** Of a group on the link its own interface counts, whatever IP_MULTICAST_IF says; of any other only that. */
    @Test
    void aGroupOfIpv6LeavesByTheInterfaceBehindThePercent() throws SocketException {
        Optional<String> other = NetworkInterface.networkInterfaces()
                .map(NetworkInterface::getName)
                .filter(name -> !name.equals("lo"))
                .findFirst();
        assumeTrue(other.isPresent(), "an interface beside lo");
        typing.all("socket udp --ipv6 --as zoe").ends(0);
        String told = "(expected: in a lab, a group on this machine; first  options zoe IP_MULTICAST_IF lo";
        assertThat(typing.type("sendto zoe ff05::1234%lo 9 news", Origin.LAB)
                        .ends(2)
                        .toString())
                .contains(told);
        typing.type("options zoe IP_MULTICAST_IF lo", Origin.LAB).ends(0);
        assertThat(typing.type("sendto zoe ff02::1234%" + other.get() + " 9 news", Origin.LAB)
                        .ends(2)
                        .toString())
                .contains(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"join bob 239.1.2.3 ", "options bob IP_MULTICAST_IF "})
    void noGroupIsHeardOrSpokenToOnTheNetwork(String line) throws SocketException {
        Optional<String> other = NetworkInterface.networkInterfaces()
                .map(NetworkInterface::getName)
                .filter(name -> !name.equals("lo"))
                .findFirst();
        assumeTrue(other.isPresent(), "an interface beside lo");
        typing.type(line + other.get(), Origin.LAB)
                .refuses(line.split(" ", 2)[0] + ": \"" + other.get()
                        + "\" (expected: in a lab, the loopback interface, lo" + WAY_OUT);
    }

    /** Whoever runs the lab has let it. */
    @Test
    void whereItIsLetALabMayDoAllOfThat() {
        typing.session().places().reachOfLabs(Reach.ANY_MACHINE);
        assertThat(typing.type("connect bob 203.0.113.1 9", Origin.LAB).toString())
                .doesNotContain("in a lab");
        typing.all("socket --as door", "bind door any 0").ends(0);
        typing.type("listen door", Origin.LAB).ends(0);
        typing.type("server udp any 0", Origin.LAB).ends(0);
    }

    @Test
    void whatAPersonOrAScriptSaysIsTheirs() {
        for (Origin origin : List.of(Origin.PROMPT, Origin.SCRIPT, Origin.ARGUMENTS)) {
            typing.type("socket udp --as bob" + origin.ordinal()).ends(0);
            assertThat(typing.type("connect bob" + origin.ordinal() + " 203.0.113.1 9", origin)
                            .toString())
                    .doesNotContain("in a lab");
        }
    }
}
