package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;

/** What is said of a connection that the kernel gave up. */
class GivenUpTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void whoeverHadNoWayToThePeerHeardNothingOfIt() {
        typing.connectTcp();
        Session session = typing.session();
        SocketEvent gaveUp = gaveUp(Call.RECV, Errno.EHOSTUNREACH);
        session.sockets().heard(Session.SELF, gaveUp);
        Ending ending = new Ending(session, session.sockets().all().get(1), gaveUp);
        String said =
                "the kernel gave up: no answer but EHOSTUNREACH, by ICMP or from a route of this machine, noticed at"
                        + " 12:01:07";
        assertThat(ending.ofOutput()).isEqualTo(said);
        assertThat(ending.ofInput()).containsExactly(said);
    }

    @Test
    void whoGaveUpWasNotRefused() {
        typing.connectTcp();
        Session session = typing.session();
        OpenSocket alice = session.sockets().all().get(1);
        SocketEvent gaveUp = gaveUp(Call.RECV, Errno.ECONNREFUSED);
        session.sockets().heard(Session.SELF, gaveUp);
        String said = "the kernel gave up: no answer but ECONNREFUSED, by ICMP, noticed at 12:01:07";
        assertThat(new Hints(session, mock(Job.class), alice, gaveUp).lines()).containsExactly(said);
        assertThat(new Ending(session, alice, gaveUp).ofOutput()).isEqualTo(said);
        assertThat(typing.type("status").lines())
                .filteredOn(line -> line.contains("alice"))
                .singleElement()
                .asString()
                .endsWith(" close");
    }

    @Test
    void whoSentOnlyItsEndHadNoAnswerToThat() {
        typing.connectTcp();
        typing.all("options alice SO_KEEPALIVE on", "shutdown alice out").ends(0);
        Session session = typing.session();
        session.sockets().heard(Session.SELF, gaveUp(Call.RECV));
        assertThat(new Ending(session, session.sockets().all().get(1), gaveUp(Call.RECV)).loss())
                .contains("what it sent again and again (tcp_retries2), or to keep-alive probes");
    }

    static SocketEvent gaveUp(Call call) {
        return gaveUp(call, Errno.ETIMEDOUT);
    }

    private static SocketEvent gaveUp(Call call, Errno errno) {
        return new SocketEvent(1, 3_000_000_000L, 4, "tcp", call, None.NONE, new Failed(errno, ""), null, null);
    }
}
