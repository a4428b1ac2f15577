package org.sockrates.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.Arguments;
import org.sockrates.transport.Arguments.Address;
import org.sockrates.transport.Arguments.Backlog;
import org.sockrates.transport.Arguments.Flag;
import org.sockrates.transport.Arguments.Message;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Arguments.Option;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Outcome;
import org.sockrates.transport.SocketEvent.Returned;

class CallLinesTest {
    private static final Address THERE = unresolved("127.0.0.1", 40_000);

    private static Address unresolved(String host, int port) {
        return new Address(InetSocketAddress.createUnresolved(host, port), Family.AF_INET);
    }

    private static SocketEvent event(Call call, Outcome outcome, Arguments arguments) {
        return new SocketEvent(0, 0, 3, "udp", call, arguments, outcome, null, null);
    }

    @Test
    void aShortCallIsShownAsItIs() {
        SocketEvent call = event(Call.SEND, new Returned(2), new Message("\"hi\"", 2, Flag.NONE, null));
        assertThat(CallLines.listed("server 1 ", call, " <0.1>"))
                .containsExactly("server 1 send(3, \"hi\", 2, 0) = 2 <0.1>");
    }

    @Test
    void theEndOfThePayloadIsLeftOutFirst() {
        SocketEvent call = event(
                Call.RECVFROM,
                new Returned(32),
                new Message("\"" + "abcdefgh".repeat(4) + "\"", 65_536, Flag.NONE, THERE));
        assertThat(CallLines.listed("server 1 ", call, ""))
                .containsExactly("server 1 recvfrom(3, \"abcdefghabcdefghabcde\"..., 65536, 0, 127.0.0.1:40000) = 32");
    }

    /** Of a name the rest may be the telling part, and it is not data because of a quotation mark. */
    @Test
    void anOptionIsNoPayloadWhateverItIsCalled() {
        String name = "\"" + "A".repeat(49);
        SocketEvent call = event(Call.SETSOCKOPT, new Failed(Errno.ENOPROTOOPT, ""), new Option(name, "on"));
        assertThat(String.join("", CallLines.alone(call, ""))).contains(name);
    }

    @Test
    void thenTheTextBehindTheErrno() {
        SocketEvent call = event(Call.CONNECT, new Failed(Errno.ECONNREFUSED, ""), THERE);
        assertThat(CallLines.listed("12:01:07.123 shell ", call, ""))
                .containsExactly("12:01:07.123 shell connect(3, 127.0.0.1:40000) = -1 ECONNREFUSED");
    }

    @Test
    void whatStillDoesNotFitIsFolded() {
        SocketEvent call =
                event(Call.CONNECT, new Failed(Errno.ECONNREFUSED, ""), unresolved("[" + "fe80:".repeat(9) + "]", 1));
        assertThat(CallLines.listed("12:01:07.123 shell ", call, ""))
                .containsExactly(
                        "12:01:07.123 shell connect(3, [" + "fe80:".repeat(9) + "]:1)",
                        "    = -1 ECONNREFUSED (Connection refused)");
    }

    @Test
    void aCallOnItsOwnKeepsWhatItsErrnoMeans() {
        SocketEvent call = event(Call.CONNECT, new Failed(Errno.EAFNOSUPPORT, ""), unresolved("[::1]", 80));
        assertThat(CallLines.alone(call, ""))
                .containsExactly(
                        "connect(3, [::1]:80) = -1 EAFNOSUPPORT", "    (Address family not supported by protocol)");
        assertThat(CallLines.alone(event(Call.LISTEN, new Failed(Errno.EOPNOTSUPP, ""), new Backlog(5)), " (x)"))
                .containsExactly("listen(3, 5) = -1 EOPNOTSUPP (Operation not supported) (x)");
    }

    /** What a lab holds a call to: the bytes that came, not as many as an address leaves room for. */
    @ParameterizedTest
    @ValueSource(ints = {9, 900, 40_000})
    void aCallOnItsOwnKeepsItsPayloadWhateverThePort(int port) {
        String payload = "\"" + "\\x80".repeat(24) + "\"...";
        Address there = unresolved("127.0.0.1", port);
        SocketEvent call = event(Call.RECVFROM, new Returned(30), new Message(payload, 65_536, Flag.NONE, there));
        assertThat(CallLines.alone(call, ""))
                .containsExactly("recvfrom(3, " + payload + ", 65536, 0, 127.0.0.1:" + port + ") = 30");
        SocketEvent failed =
                event(Call.SENDTO, new Failed(Errno.ECONNREFUSED, ""), new Message("\"hello!\"", 6, Flag.NONE, there));
        assertThat(CallLines.alone(failed, ""))
                .containsExactly(
                        "sendto(3, \"hello!\", 6, 0, 127.0.0.1:" + port + ") = -1 ECONNREFUSED",
                        "    (Connection refused)");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 900, 40_000})
    void amongOthersAsMuchIsLeftOutWhateverThePort(int port) {
        Message data = new Message("\"" + "abcdefgh".repeat(3) + "\"", 24, Flag.NONE, unresolved("127.0.0.1", port));
        assertThat(CallLines.listed("12:01:07.123 shell ", event(Call.RECVFROM, new Returned(24), data), ""))
                .containsExactly(
                        "12:01:07.123 shell recvfrom(3, \"abcdefghabcdef\"..., 24, 0, 127.0.0.1:" + port + ") = 24");
        SocketEvent refused = event(Call.CONNECT, new Failed(Errno.ECONNREFUSED, ""), unresolved("127.0.0.1", port));
        assertThat(CallLines.listed("12:01:07.123 ", refused, ""))
                .containsExactly(
                        "12:01:07.123 connect(3, 127.0.0.1:" + port + ") = -1 ECONNREFUSED (Connection refused)");
        assertThat(CallLines.listed("12:01:07.123 x ", refused, ""))
                .containsExactly("12:01:07.123 x connect(3, 127.0.0.1:" + port + ") = -1 ECONNREFUSED");
    }

    @Test
    void aCallThatWaitsHasNoEndYet() {
        assertThat(CallLines.listed("x".repeat(60), event(Call.ACCEPT, null, None.NONE), ""))
                .containsExactly("x".repeat(60) + "accept(3 <unfinished", "    ...>");
    }
}
