package org.sockrates.capture.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.capture.step.Story;
import org.sockrates.transport.Arguments.Flag;
import org.sockrates.transport.Arguments.Message;
import org.sockrates.transport.Arguments.Option;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent.Failed;

class CallMarginTest {
    @ParameterizedTest
    @CsvSource({
        "23, recv(3)=-1 ECONNREFUSED",
        "22, recv(3) ECONNREFUSED",
        "20, recv(3) ECONNREFUSED",
        "19, recv ECONNREFUSED",
        "17, recv ECONNREFUSED",
        "16, ECONNREFUSED",
        "12, ECONNREFUSED",
        "11, ECONNREF..."
    })
    void anErrnoIsWholeAsLongAsThereIsRoomForIt(int width, String margin) {
        assertThat(of(new Story("tcp").fails(3, Call.RECV, Errno.ECONNREFUSED), width))
                .isEqualTo(margin);
    }

    @ParameterizedTest
    @CsvSource({
        "44, 'setsockopt(3,SO_OOBINLINE,on)=-1 ENOPROTOOPT'",
        "43, SO_OOBINLINE on=-1 ENOPROTOOPT",
        "29, SO_OOBINLINE on ENOPROTOOPT",
        "26, SO_OOBINLINE ENOPROTOOPT",
        "23, ENOPROTOOPT"
    })
    void ofAnOptionThatWasRefusedTheValueGoesFirst(int width, String margin) {
        Failed refused = new Failed(Errno.ENOPROTOOPT, "");
        Story story = new Story("udp").call(3, Call.SETSOCKOPT, refused, new Option("SO_OOBINLINE", "on"));

        assertThat(of(story, width)).isEqualTo(margin);
    }

    /** Beside a call that is told whole another was shortened, because an option's value is long. */
    @Test
    void inWordsAnOptionIsWholeHoweverLongAndAMessageIsNot() {
        Option group = new Option("IP_ADD_MEMBERSHIP", "{imr_multiaddr=239.1.2.3, imr_interface=\"eth0\"}");
        Story refused = new Story("udp").call(3, Call.SETSOCKOPT, new Failed(Errno.ENODEV, ""), group);
        Message message = new Message("\"" + "x".repeat(90) + "\"", 90, Flag.NONE, null);
        Story cut = new Story("tcp").call(3, Call.SEND, new Failed(Errno.EPIPE, ""), message);

        assertThat(CallMargin.told(refused.events().get(0).event()))
                .isEqualTo(
                        "setsockopt(3,IP_ADD_MEMBERSHIP,{imr_multiaddr=239.1.2.3, imr_interface=\"eth0\"})=-1 ENODEV");
        assertThat(CallMargin.told(cut.events().get(0).event())).hasSize(60).endsWith("\"...)=-1 EPIPE");
    }

    @ParameterizedTest
    @CsvSource({"31, 'send(3,\"hello, world\")=-1 EPIPE'", "18, send(3)=-1 EPIPE", "15, send(3) EPIPE"})
    void itsDataGoesFirst(int width, String margin) {
        Message message = new Message("\"hello, world\"", 12, Flag.NONE, null);
        Story story = new Story("tcp").call(3, Call.SEND, new Failed(Errno.EPIPE, ""), message);

        assertThat(of(story, width)).isEqualTo(margin);
    }

    private static String of(Story story, int width) {
        return CallMargin.of(story.events().get(0).event(), width);
    }
}
