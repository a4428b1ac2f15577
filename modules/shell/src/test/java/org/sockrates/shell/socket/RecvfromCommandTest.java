package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Typing;

class RecvfromCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @ParameterizedTest
    @CsvSource({"'', 127.0.0.1", "' --ipv6', [::1]"})
    void saysWhoSentEachDatagram(String family, String host) {
        typing.all("use udp", "socket --as bob" + family, "bind 0").ends(0);
        typing.all("socket --as alice" + family, "sendto {bob} one").ends(0);
        typing.all("socket --as carol" + family, "sendto {bob} twenty").ends(0);
        typing.type("recvfrom bob")
                .shows("recvfrom(3, \"one\", 65536, 0, " + host + ":{alice}) = 3")
                .ends(0);
        typing.type("f bob 2")
                .shows("recvfrom(3, \"tw\", 2, 0, " + host + ":{carol}) = 2 (4 bytes cut off)")
                .ends(0);
        typing.type("sendto . {alice} back").shows("sendto(3, \"back\", 4, 0, " + host + ":{alice}) = 4");
        typing.type("recvfrom alice").shows("recvfrom(4, \"back\", 65536, 0, " + host + ":{bob}) = 4");
    }

    @Test
    void whoHasNoAddressIsToldThatNobodyCouldReachIt() {
        typing.all("set timeout 20ms", "socket udp --as bob").ends(0);
        typing.type("recvfrom").ends(124);
        assertThat(typing.news())
                .containsExactly("(bob (3) has no address; Java gives it one now, in C nothing would come)");
        typing.type("bind 0")
                .has("  bound to 0.0.0.0:{bob} already, by a call that needed an address; it cannot be")
                .ends(4);
        typing.all("socket udp --as alice", "sendto alice {bob} hi", "recvfrom bob")
                .ends(0);
        typing.type("recvfrom alice").ends(124);
        assertThat(typing.news()).hasSize(1);
    }

    @Test
    void onAStreamIsRecv() {
        typing.connectTcp();
        typing.all("send alice hello").ends(0);
        typing.type("recvfrom bob 2")
                .matches("recvfrom\\(5, \"he\", 2, 0.*\\) = 2")
                .ends(0);
        typing.type("close alice").ends(0);
        typing.type("recvfrom bob").ends(0);
        typing.type("recvfrom bob")
                .matches("recvfrom\\(5, \"\", 65536, 0.*\\) = 0 \\(end of stream\\)")
                .ends(0);
        typing.type("recvfrom bob").has("  the peer ended its direction, noticed at 12:01:07");
    }

    @ParameterizedTest
    @CsvSource({
        "recvfrom bob 0,      'recvfrom: \"0\" (expected: a whole number from 1 to 1048576)'",
        "recvfrom bob many,   'recvfrom: \"many\" (expected: a whole number from 1 to 1048576)'",
        "recvfrom bob 10 11,  'recvfrom: \"11\" (expected: nothing more; see  help recvfrom)'",
        "recvfrom tom,        'recvfrom: \"tom\" (expected: a socket: bob)'",
    })
    void refusesWhatIsNoNumberOfBytes(String line, String message) {
        typing.type("socket udp --as bob").ends(0);
        typing.type(line).refuses(message);
    }
}
