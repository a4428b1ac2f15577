package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;

/** The calls of the textbook, one after the other, over real sockets, as they are shown. */
class ConversationTest {
    private final Typing typing = new Typing();

    @AfterEach
    void close() {
        typing.close();
        assertThat(typing.session().sockets().all()).isEmpty();
    }

    @Test
    void tellsThatTheDoorIsBoundButDoesNotListen() {
        typing.all("socket --as door", "bind door 0", "socket --as alice").ends(0);
        typing.type("connect alice localhost {door}")
                .shows(
                        "connect(4, 127.0.0.1:{door}) = -1 ECONNREFUSED (Connection refused)",
                        "  door (3) is bound there but not listening: try  listen door")
                .ends(4);
        typing.type("listen door").shows("listen(3, 5) = 0");
        typing.type("connect alice {door}").shows("connect(4, 127.0.0.1:{door}) = 0");
    }

    @Test
    void carriesBytesAndTheEndOfTheStream() {
        typing.connectTcp();
        typing.type("send alice \"hi\\n\"").shows("send(4, \"hi\\n\", 3, 0) = 3");
        typing.type("recv bob").shows("recv(5, \"hi\\n\", 65536, 0) = 3");
        typing.type("shutdown alice out").shows("shutdown(4, SHUT_WR) = 0");
        typing.type("recv bob").shows("recv(5, \"\", 65536, 0) = 0 (end of stream)");
        typing.type("recv bob")
                .shows(
                        "recv(5, \"\", 65536, 0) = 0 (end of stream)",
                        "  the peer ended its direction, noticed at 12:01:07");
        typing.type("send alice x")
                .shows(
                        "send(4, \"x\", 1, 0) = -1 EPIPE (Broken pipe)",
                        "  you ended this direction yourself: shutdown alice out");
        typing.type("send bob back").ends(0);
        typing.type("recv alice").shows("recv(4, \"back\", 65536, 0) = 4");
    }

    @Test
    void datagramsSayWhoSentThem() {
        typing.all("use udp", "socket --as alice", "socket --as bob", "bind bob 0")
                .ends(0);
        typing.type("sendto alice localhost {bob} hello").ends(0);
        typing.type("recvfrom bob").shows("recvfrom(4, \"hello\", 65536, 0, 127.0.0.1:{alice}) = 5");
    }

    @Test
    void saysThatNothingCameInTime() {
        try (Typing hasty = Typing.hasty(Duration.ofMillis(20))) {
            hasty.all("socket udp", "bind 0").ends(0);
            hasty.type("recv")
                    .shows(
                            "recv(3, 65536) = -1 EAGAIN (Resource temporarily unavailable)",
                            "  nothing came within 20ms")
                    .ends(124);
        }
    }
}
