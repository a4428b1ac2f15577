package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Job;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;

/** Who is said to have ended a connection that goes over a link of the session's own. */
class EndingTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @AutoClose
    private final Typing typing = new Typing();

    @BeforeEach
    void connectsOverALinkWithNobodyBehindIt() {
        typing.all("socket --as gone", "bind 0", "close gone").ends(0);
        typing.opens("link", "link add tcp {gone}");
        typing.type("socket --as alice").ends(0);
        Shown connect = typing.type("connect alice {link}"); // the reset may come before it has returned
        Shown told = connect.status() == 0 ? typing.type("recv alice") : connect;
        told.has("  the link met ECONNREFUSED at 127.0.0.1:{gone}, and reset this connection");
    }

    /** What is said of a connect that was reset, or of a call behind it. */
    private String hint(long startNanos, @Nullable InetSocketAddress local) {
        SocketEvent reset = new SocketEvent(
                startNanos,
                startNanos,
                4,
                "tcp",
                Call.CONNECT,
                None.NONE,
                new Failed(Errno.ECONNRESET, ""),
                local,
                new InetSocketAddress(HERE, typing.port("link")));
        return Calling.reply(
                        typing.session(),
                        mock(Job.class),
                        typing.session().sockets().all().get(0),
                        reset)
                .lines()
                .get(1)
                .strip();
    }

    @Test
    void aConnectThatForgotItsPortKnowsTheResetByItsTime() {
        long reset = typing.session().passed().refusals().get(0).nanos();
        assertThat(hint(reset, null)).startsWith("the link met ECONNREFUSED at ");
        assertThat(hint(reset + 1, null)).startsWith("the peer threw the connection away");
    }

    @Test
    void anotherSocketsResetIsAnothers() {
        InetSocketAddress client = typing.session().passed().refusals().get(0).client();
        assertThat(hint(0, client)).startsWith("the link met ECONNREFUSED at ");
        assertThat(hint(0, new InetSocketAddress(HERE, 1))).startsWith("the peer threw the connection away");
    }

    @Test
    void whoHadAConnectionIsNotSaidToHaveIt() {
        typing.type("close *").ends(0);
        typing.connectTcp();
        typing.type("close bob --reset").ends(0);
        assertThat(typing.hint("connect alice {door}"))
                .endsWith("its connection to 127.0.0.1:" + typing.port("door") + " is over; make another one:  socket");
    }
}
