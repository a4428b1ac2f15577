package org.sockrates.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Outcome;
import org.sockrates.transport.SocketEvent.Returned;

class CallLinesTest {
    private static SocketEvent event(Call call, Outcome outcome, String... arguments) {
        return new SocketEvent(0, 0, 3, "udp", call, List.of(arguments), outcome, null, null);
    }

    @Test
    void aShortCallIsShownAsItIs() {
        SocketEvent call = event(Call.SEND, new Returned(2), "\"hi\"", "2", "0");
        assertThat(CallLines.listed("server 1: ", call, " <0.1>"))
                .containsExactly("server 1: send(3, \"hi\", 2, 0) = 2 <0.1>");
    }

    @Test
    void theEndOfThePayloadIsLeftOutFirst() {
        SocketEvent call = event(
                Call.RECVFROM, new Returned(32), "\"" + "abcdefgh".repeat(4) + "\"", "65536", "0", "127.0.0.1:40000");
        assertThat(CallLines.listed("server 1: ", call, ""))
                .containsExactly("server 1: recvfrom(3, \"abcdefghabcdefghabcd\"..., 65536, 0, 127.0.0.1:40000) = 32");
    }

    @Test
    void thenTheTextBehindTheErrno() {
        SocketEvent call = event(Call.CONNECT, new Failed(Errno.ECONNREFUSED, ""), "127.0.0.1:40000");
        assertThat(CallLines.listed("12:01:07.123 shell ", call, ""))
                .containsExactly("12:01:07.123 shell connect(3, 127.0.0.1:40000) = -1 ECONNREFUSED");
    }

    @Test
    void whatStillDoesNotFitIsFolded() {
        SocketEvent call = event(Call.CONNECT, new Failed(Errno.ECONNREFUSED, ""), "[" + "fe80:".repeat(9) + "]:1");
        assertThat(CallLines.listed("12:01:07.123 shell ", call, ""))
                .containsExactly(
                        "12:01:07.123 shell connect(3, [" + "fe80:".repeat(9) + "]:1)",
                        "    = -1 ECONNREFUSED (Connection refused)");
    }

    @Test
    void aCallOnItsOwnKeepsWhatItsErrnoMeans() {
        SocketEvent call = event(Call.CONNECT, new Failed(Errno.EAFNOSUPPORT, ""), "[::1]:80");
        assertThat(CallLines.alone(call, ""))
                .containsExactly(
                        "connect(3, [::1]:80) = -1 EAFNOSUPPORT", "    (Address family not supported by protocol)");
        assertThat(CallLines.alone(event(Call.LISTEN, new Failed(Errno.EOPNOTSUPP, ""), "5"), " (x)"))
                .containsExactly("listen(3, 5) = -1 EOPNOTSUPP (Operation not supported) (x)");
    }

    @Test
    void aCallThatWaitsHasNoEndYet() {
        assertThat(CallLines.listed("x".repeat(60), event(Call.ACCEPT, null), ""))
                .containsExactly("x".repeat(60) + "accept(3 <unfinished", "    ...>");
    }
}
