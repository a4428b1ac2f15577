package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.transport.Arguments;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;

/** A server at every address answers from the one that the routes choose, which a datagram client did not ask. */
class OtherSendersTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void aPingerIsToldWhoAnswersInstead() {
        typing.opens("echo", "server udp any 0 --echo --allow-remote --quiet");
        String line = "client udp 127.0.0.2 {echo} --count 2 --timeout 300ms";
        typing.type(line)
                .matches(
                        "ping 1    no reply within 300ms",
                        "ping 2    no reply within 300ms",
                        "udp 127\\.0\\.0\\.2:{echo}: sent 2, received 0, lost 2 \\(100 %\\)",
                        "  2 datagrams came from 127.0.0.1:{echo}, another address than was asked; .*",
                        "  connected socket would not get them")
                .ends(4);
        assertThat((String) typing.type(line + " --json").json().get("hint")).startsWith("2 datagrams came from ");
    }

    @Test
    void whoAsksOnceIsToldToo() {
        typing.opens("echo", "server udp any 0 --echo --allow-remote --quiet");
        typing.type("client udp 127.0.0.2 {echo} hi --timeout 100ms")
                .has("  1 datagram came from 127.0.0.1:" + typing.port("echo") + ", another address than was asked; a")
                .has("  connected socket would not get it")
                .ends(124);
    }

    @Test
    void whoWasAskedIsNoOtherAndOthersMayBeSeveral() {
        InetSocketAddress asked = new InetSocketAddress("127.0.0.1", 7);
        try (OtherSenders others = new OtherSenders(typing.session(), "client 1", asked)) {
            others.heard("client 1", received(asked));
            others.heard("client 2", received(new InetSocketAddress("127.0.0.1", 8)));
            assertThat(others.told()).isEmpty();
            others.heard("client 1", received(new InetSocketAddress("127.0.0.1", 8)));
            others.heard("client 1", received(new InetSocketAddress("127.0.0.1", 9)));
            assertThat(others.told())
                    .contains("2 datagrams came from 127.0.0.1:8 and others, another address than was asked; a"
                            + " connected socket would not get them");
        }
    }

    @Test
    void nobodyIsHeardAnyMoreWhenItIsClosed() {
        OtherSenders others = new OtherSenders(typing.session(), "client 1", new InetSocketAddress("127.0.0.1", 7));
        others.close();
        typing.opens("echo", "server udp 0 --echo --quiet");
        typing.type("client udp {echo} hi").ends(0);
        assertThat(others.told()).isEmpty();
    }

    private static SocketEvent received(InetSocketAddress from) {
        return new SocketEvent(
                0, 1, 3, "udp", Call.RECVFROM, Arguments.None.NONE, new SocketEvent.Returned(4), null, from);
    }
}
