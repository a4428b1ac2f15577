package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Typing;

class BindCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @ParameterizedTest
    @CsvSource({
        "socket,             bind 0,              127.0.0.1",
        "socket udp,         bind . 0,            127.0.0.1",
        "socket,             b 3 localhost 0,     127.0.0.1",
        "socket,             bind any 0,          0.0.0.0",
        "socket,             bind . * 0,          0.0.0.0",
        "socket tcp --ipv6,  bind 0,              [::1]",
        "socket udp --ipv6,  bind ::1 0,          [::1]",
        "socket tcp --ipv6,  bind any 0,          [::]",
    })
    void tellsThePortTheSystemChose(String socket, String bind, String host) {
        typing.type(socket).ends(0);
        typing.type(bind)
                .shows("bind(3, " + host + ":0) = 0", "  the system chose port {3}")
                .ends(0);
        assertThat(typing.port("3")).isPositive();
    }

    @Test
    void takesThePortThatWasAskedFor() {
        typing.all("socket", "bind 0", "close", "socket --as again").ends(0);
        typing.type("bind again {3}").shows("bind(3, 127.0.0.1:{3}) = 0").ends(0);
    }

    @Test
    void saysThatASocketIsBoundAlready() {
        typing.all("socket", "bind 0").ends(0);
        typing.type("bind any 0")
                .shows(
                        "bind(3, 0.0.0.0:0) = -1 EINVAL (Invalid argument)",
                        "  bound to 127.0.0.1:{3} already; it cannot be changed")
                .ends(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "bob"})
    void saysThatAConnectionBroughtTheAddress(String end) {
        typing.connectTcp();
        assertThat(typing.hint("bind " + end + " 0"))
                .isEqualTo(
                        "bound to 127.0.0.1:" + typing.port(end) + " already, by its connection; it cannot be changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void saysWhichSocketHasTheAddress(String transport) {
        typing.all("use " + transport, "socket --as door", "bind door 0", "socket --as other")
                .ends(0);
        if (transport.equals("tcp")) {
            typing.type("listen door").ends(0);
        }
        typing.type("bind other {door}")
                .shows(
                        "bind(4, 127.0.0.1:{door}) = -1 EADDRINUSE (Address already in use)",
                        "  door (3) of this session has it: try another port, or  close door")
                .ends(4);
    }

    @Test
    void saysThatNoInterfaceHasTheAddress() {
        typing.type("socket").ends(0);
        typing.type("bind 192.0.2.1 0")
                .shows(
                        "bind(3, 192.0.2.1:0) = -1 EADDRNOTAVAIL (Cannot assign requested address)",
                        "  no interface of this machine has that address; see  doctor")
                .ends(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"255.255.255.255", "127.255.255.255", "127.0.0.255"})
    void saysWhatJavaDoesNotAskFor(String host) {
        typing.type("socket").ends(0);
        assertThat(typing.hint("bind " + host + " 0"))
                .isEqualTo("Linux would let a socket bind there; Java does not ask it");
        typing.type("socket --ipv6").ends(0);
        typing.type("bind . " + host + " 0").ends(0);
        typing.type("server tcp " + host + " 0 --allow-remote")
                .fails("server: tcp " + host + ":0: Linux would let a socket bind there; Java does not ask it", 4);
    }

    @Test
    void refusesWhatIsNoPortAndNoHost() {
        typing.type("bind 0").refuses("bind: there is no socket yet; make one:  socket");
        typing.type("socket --as door").ends(0);
        typing.type("bind").refuses("bind: too few words (expected: [HOST] PORT); see  help bind");
        typing.type("bind door")
                .refuses("bind: too little behind the socket door (expected: [HOST] PORT); see  help bind");
        String port = " (expected: a whole number from 0 to 65535)";
        typing.type("bind door localhost").refuses("bind: \"localhost\" (expected: [HOST] PORT; see  help bind)");
        typing.type("bind invalid 1").fails("bind: \"invalid\": name unknown, and no socket (expected: door)", 4);
        typing.type("bind 65536").refuses("bind: \"65536\"" + port);
        typing.type("bind +80").refuses("bind: \"+80\"" + port);
        typing.type("bind ::1 0")
                .has("  an IPv4 socket has no IPv6 address; make another one:  socket tcp --ipv6")
                .ends(4);
        typing.type("bind 010.0.0.1 0")
                .refuses("bind: \"010.0.0.1\" (expected: four numbers from 0 to 255 without leading zeros: 127.0.0.1)");
        typing.type("bind door localhost 0 1").refuses("bind: \"1\" (expected: nothing more; see  help bind)");
    }
}
