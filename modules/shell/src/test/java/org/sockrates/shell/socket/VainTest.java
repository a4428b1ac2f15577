package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Arguments;
import org.sockrates.transport.Arguments.Flag;
import org.sockrates.transport.Arguments.Half;
import org.sockrates.transport.Arguments.Message;
import org.sockrates.transport.Call;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Outcome;
import org.sockrates.transport.SocketEvent.Returned;

/** What a receive that waited in vain is told of what the other end did. */
class VainTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void whatTheOtherEndHasSentIsNotToBeSentOnceMore() {
        typing.connectTcp();
        typing.all("send alice hello", "recv bob", "set timeout 20ms").ends(0);
        assertThat(typing.hint("recv bob")).contains("try  send alice");
        Returned two = new Returned(2);
        heard(4, Call.SEND, new Message("", 2, Flag.NONE, null), two);
        String toCome = "nothing came within 20ms; what alice (4) sent is still to come";
        assertThat(typing.hint("recv bob")).isEqualTo(toCome);
        heard(5, Call.RECV, new Message("", 9, Flag.NONE, null), two);
        assertThat(typing.hint("recv bob")).contains("try  send alice");
        heard(4, Call.SHUTDOWN, new Half(Direction.OUT), new Returned(0));
        assertThat(typing.hint("recv bob")).isEqualTo(toCome);
    }

    /** What it sent before never comes. */
    @Test
    void nothingIsToComeFromOneThatHasLostItsConnection() {
        typing.connectTcp();
        typing.type("set timeout 20ms").ends(0);
        heard(4, Call.SEND, new Message("", 2, Flag.NONE, null), new Returned(2));
        heard(4, Call.SEND, new Message("", 2, Flag.NONE, null), new Failed(Errno.ETIMEDOUT, ""));
        assertThat(typing.hint("recv bob"))
                .isEqualTo("nothing came within 20ms; alice (4) has lost the connection: nothing more comes");
    }

    /** Of datagrams nobody sends again what is lost. */
    @Test
    void aDatagramThatIsLostMustBeSentOnceMore() {
        typing.connectUdp();
        typing.type("set timeout 20ms").ends(0);
        heard(3, Call.SEND, new Message("", 2, Flag.NONE, null), new Returned(2));
        assertThat(typing.hint("recv bob")).contains("try  send alice");
    }

    private void heard(int socket, Call call, Arguments arguments, Outcome outcome) {
        typing.session()
                .sockets()
                .heard(Session.SELF, new SocketEvent(1, 2, socket, "tcp", call, arguments, outcome, null, null));
    }
}
