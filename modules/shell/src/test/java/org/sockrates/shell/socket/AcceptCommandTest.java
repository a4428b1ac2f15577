package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Typing;

class AcceptCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @ParameterizedTest
    @CsvSource({"'', 127.0.0.1", "' --ipv6', [::1]"})
    void givesANewSocketForTheConnectionThatWaits(String family, String host) {
        typing.all("socket --as door" + family, "bind 0", "listen", "socket --as alice" + family)
                .ends(0);
        typing.type("connect {door}").ends(0);
        typing.type("accept door --as bob")
                .shows("accept(3, " + host + ":{alice}) = 5 (bob)")
                .ends(0);
        typing.type("send . hi").shows("send(5, \"hi\", 2, 0) = 2");
        typing.type("a door &").shows("accept(3 <unfinished ...>");
    }

    @Test
    void anIpv6DoorHasMappedAddressesForIpv4() {
        typing.all("socket --as door --ipv6", "bind any 0", "listen", "socket --as alice", "connect 127.0.0.1 {door}")
                .ends(0);
        typing.type("accept door --as bob")
                .shows("accept(3, [::ffff:127.0.0.1]:{alice}) = 5 (bob)")
                .ends(0);
        assertThat(typing.type("status").lines())
                .anyMatch(line -> line.contains("LISTEN") && line.contains(" [::]:" + typing.port("door")))
                .anyMatch(line -> line.contains(" 127.0.0.1:" + typing.port("alice")))
                .anyMatch(line -> line.contains("[::ffff:127.0.0.1]:" + typing.port("alice")));
        typing.type("socket --as carol --ipv6").ends(0);
        typing.type("connect carol 127.0.0.1 {door}").shows("connect(6, [::ffff:127.0.0.1]:{door}) = 0");
    }

    @Test
    void takesTheConnectionThatHasWaitedLongest() {
        typing.all("socket --as door", "bind 0", "listen").ends(0);
        typing.all("socket --as alice", "connect {door}", "socket --as carol", "connect {door}")
                .ends(0);
        typing.type("accept door").shows("accept(3, 127.0.0.1:{alice}) = 6");
        typing.type("accept door").shows("accept(3, 127.0.0.1:{carol}) = 7");
    }

    @Test
    void inTheBackgroundDoesNotChangeTheCurrentSocket() {
        typing.all("socket --as door", "bind 0", "listen", "accept door --as bob &")
                .ends(0);
        typing.all("socket --as alice", "connect {door}").ends(0);
        assertThat(typing.hears("<\\.\\.\\. accept resumed>.*"))
                .isEqualTo("<... accept resumed>, 127.0.0.1:" + typing.port("alice") + ") = 5 (bob)");
        typing.type("send . x").shows("send(4, \"x\", 1, 0) = 1");
        typing.type("recv bob").shows("recv(5, \"x\", 65536, 0) = 1");
    }

    @Test
    void keepsTheNameWhileItWaits() {
        typing.all("socket --as door", "bind 0", "listen", "accept door --as bob &")
                .ends(0);
        typing.type("recv bob")
                .refuses("recv: \"bob\" (expected: a socket that is there; accept still waits to make it, see  jobs)");
        typing.type("socket --as bob")
                .refuses("socket: --as: \"bob\" (expected: a name no open socket has; an accept waits to give it,"
                        + " see  jobs)");
        typing.type("stop *").ends(0);
        typing.hears("<\\.\\.\\. accept resumed>.*");
        typing.type("socket --as bob").ends(0);
    }

    @Test
    void saysThatNobodyConnected() {
        try (Typing hasty = Typing.hasty(Duration.ofMillis(20))) {
            hasty.all("socket", "bind 0", "listen").ends(0);
            hasty.type("accept")
                    .shows("accept(3) = -1 EAGAIN (Resource temporarily unavailable)", "  nobody connected within 20ms")
                    .ends(124);
        }
    }

    @Test
    void saysWhatDoesNotListen() {
        typing.all("socket --as idle").ends(0);
        typing.type("accept")
                .shows("accept(3) = -1 EINVAL (Invalid argument)", "  it does not listen: try  listen idle")
                .ends(4);
        typing.type("close").ends(0);
        typing.connectTcp();
        typing.type("accept bob")
                .shows(
                        "accept(5) = -1 EINVAL (Invalid argument)",
                        "  it is one end of a conversation and cannot accept: try  accept door");
        typing.type("close door").ends(0);
        typing.type("accept alice")
                .has("  it is one end of a conversation and cannot accept")
                .ends(4);
    }

    @Test
    void saysWhyUdpHasNone() {
        typing.all("socket udp", "bind 0").ends(0);
        typing.type("accept")
                .shows(
                        "accept(3) = -1 EOPNOTSUPP (Operation not supported)",
                        "  udp has no connections to take: recvfrom says who sent each datagram")
                .ends(4);
    }

    @Test
    void refusesANameThatIsTakenAndWordsTooMany() {
        typing.all("socket --as door", "listen").ends(0);
        typing.type("accept door --as door")
                .refuses("accept: --as: \"door\" (expected: a name no open socket has; door is socket 3)");
        typing.type("accept door now").refuses("accept: \"now\" (expected: nothing more; see  help accept)");
        typing.type("accept window").refuses("accept: \"window\" (expected: a socket: door)");
    }
}
