package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;

/** A connection that a link of the session ended: neither of its ends did, and neither can tell. */
class LinkEndingTest {
    @AutoClose
    private final Typing typing = new Typing();

    @BeforeEach
    void connectsOverALink() {
        typing.all("socket --as door", "bind 0", "listen door").ends(0);
        typing.opens("link", "link add tcp {door}");
        typing.all("socket --as alice", "connect alice {link}", "accept door --as bob")
                .ends(0);
    }

    private static final String NOTICED = ", noticed at [0-9:.]+";

    @Test
    void aFaultResetIt() {
        typing.type("fault use 1 reset_peer 0s").ends(0);
        typing.type("recv alice")
                .matches("recv.* ECONNRESET .*", "  the link's reset_peer reset this connection" + NOTICED);
        typing.type("recv bob")
                .matches("recv.* ECONNRESET .*", "  the link's reset_peer reset this connection" + NOTICED);
        typing.type("link log 1").matches(" +time .*", " *[0-9.]+ s  both       reset .* by reset_peer");
    }

    @Test
    void aFaultClosedIt() {
        typing.type("fault use 1 timeout 20ms").ends(0);
        typing.type("recv alice").matches("recv.* = 0 .*");
        typing.type("recv alice").matches("recv.* = 0 .*", "  the link's timeout closed this connection" + NOTICED);
        assertThat(typing.type("link log 1 --json").jsonList())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("way", "both")
                        .containsEntry("end", "close")
                        .containsEntry("number", null)
                        .containsEntry("verdict", null)
                        .containsEntry("rule", "timeout"));
    }

    @Test
    void itWasDropped() {
        typing.type("link drop 1").ends(0);
        typing.type("recv alice")
                .matches("recv.* ECONNRESET .*", "  the link was dropped, and reset this connection" + NOTICED);
    }

    /** Each in its place among the pieces, and from a piece on. */
    @Test
    void whatBecameOfAnEndStandsAmongThePieces() {
        typing.type("fault use 1 slow_close 10ms").ends(0);
        typing.all("send alice one", "shutdown alice out", "recv bob", "recv bob", "send bob two", "recv alice")
                .ends(0);
        await().until(() -> typing.type("link log 1").lines().size() == 4);
        typing.type("link log 1")
                .matches(
                        " +time .*",
                        ".* #1 .*  passed",
                        ".* upstream   end .*  delayed: slow_close",
                        ".* #2 .* passed");
        typing.type("link log 1 --from 2").matches(" +time .*", ".* #2 .* passed");
        assertThat(typing.type("link log 1 --last 2").lines()).hasSize(3);
    }

    /** What the peer did before is the peer's. */
    @Test
    void whoHadClosedBeforeDidIt() {
        typing.all("shutdown bob out", "recv alice", "fault use 1 timeout 1ms").ends(0);
        await().until(() -> typing.type("link log 1").lines().stream().anyMatch(line -> line.contains("close")));
        typing.type("recv alice").matches("recv.* = 0 .*", "  the peer ended its direction" + NOTICED);
    }
}
