package org.sockrates.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.transport.Arguments.Address;
import org.sockrates.transport.Arguments.Flag;
import org.sockrates.transport.Arguments.Kind;
import org.sockrates.transport.Arguments.Message;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Arguments.Room;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Outcome;
import org.sockrates.transport.SocketEvent.Remark;
import org.sockrates.transport.SocketEvent.Returned;

class CallTextTest {
    private static final Arguments HTTP = at(80);

    private static Arguments at(int port) {
        return new Address(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), Family.AF_INET);
    }

    private static SocketEvent event(Call call, @Nullable Outcome outcome, Arguments arguments) {
        return new SocketEvent(0, 0, 3, "tcp", call, arguments, outcome, null, null);
    }

    @Test
    void aCallLooksAsStracePrintsIt() {
        assertThat(CallText.of(event(Call.SOCKET, new Returned(3), new Kind(Family.AF_INET, "SOCK_STREAM"))))
                .isEqualTo("socket(AF_INET, SOCK_STREAM, 0) = 3");
        assertThat(CallText.of(event(Call.BIND, new Returned(0), HTTP))).isEqualTo("bind(3, 127.0.0.1:80) = 0");
        assertThat(CallText.of(event(Call.CLOSE, new Returned(0, 0, Remark.RESET), None.NONE)))
                .isEqualTo("close(3) = 0 (reset)");
        assertThat(CallText.of(event(Call.SOCKET, new Returned(3), None.NONE))).isEqualTo("socket() = 3");
    }

    @Test
    void aFailureHasItsErrno() {
        assertThat(CallText.of(event(Call.BIND, new Failed(Errno.EADDRINUSE, "by another"), HTTP)))
                .isEqualTo("bind(3, 127.0.0.1:80) = -1 EADDRINUSE (Address already in use)");
    }

    @Test
    void aCallThatWaitsIsUnfinishedAndThenResumed() {
        SocketEvent waits = event(Call.ACCEPT, null, None.NONE);
        assertThat(CallText.of(waits)).isEqualTo("accept(3 <unfinished ...>");
        assertThat(CallText.resumed(event(Call.ACCEPT, new Returned(4), at(48934))))
                .isEqualTo("<... accept resumed>, 127.0.0.1:48934) = 4");
        assertThat(CallText.resumed(
                        event(Call.RECV, new Returned(2, 3, Remark.NONE), new Message("\"hi\"", 2, Flag.NONE, null))))
                .isEqualTo("<... recv resumed>, \"hi\", 2, 0) = 2 (3 bytes cut off)");
        assertThat(CallText.resumed(event(
                        Call.RECVFROM,
                        new Returned(0, 0, Remark.END_OF_STREAM),
                        new Message("\"\"", 9, Flag.NONE, new Address(null, Family.AF_INET)))))
                .isEqualTo("<... recvfrom resumed>, \"\", 9, 0, NULL) = 0 (end of stream)");
    }

    @Test
    void whatWasGivenIsNotShownAgainWhenACallResumes() {
        assertThat(CallText.resumed(event(Call.CONNECT, new Returned(0), HTTP)))
                .isEqualTo("<... connect resumed>) = 0");
        assertThat(CallText.resumed(event(Call.RECV, new Failed(Errno.EAGAIN, ""), new Room(70000, Flag.NONE))))
                .isEqualTo("<... recv resumed>) = -1 EAGAIN (Resource temporarily unavailable)");
        assertThat(CallText.resumed(event(Call.SEND, null, new Message("\"hi\"", 2, Flag.NONE, null))))
                .isEqualTo("<... send resumed>)");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1:80",
        "::1, [::1]:80",
        "::, [::]:80",
        "fe80::, [fe80::]:80",
        "1::8, [1::8]:80",
        "2001:db8::1:0:0:1, [2001:db8::1:0:0:1]:80",
        "2001:0:0:1::1, [2001:0:0:1::1]:80",
        "2001:db8:0:1:1:1:1:1, [2001:db8:0:1:1:1:1:1]:80",
        "1:2:3:4:5:6:7:8, [1:2:3:4:5:6:7:8]:80",
        "::ffff:1.2.3.4, 1.2.3.4:80",
    })
    void addressesAreAsShortAsRfc5952Says(String host, String shown) throws UnknownHostException {
        assertThat(CallText.address(new InetSocketAddress(InetAddress.getByName(host), 80)))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, AF_INET, 127.0.0.1:80",
        "0.0.0.0, AF_INET, 0.0.0.0:80",
        "127.0.0.1, AF_INET6, [::ffff:127.0.0.1]:80",
        "0.0.0.0, AF_INET6, [::]:80",
        "::1, AF_INET6, [::1]:80",
    })
    void anAddressIsThatOfItsSocketsFamily(String host, Family family, String shown) throws UnknownHostException {
        assertThat(CallText.address(new InetSocketAddress(InetAddress.getByName(host), 80), family))
                .isEqualTo(shown);
    }

    @Test
    void aLinkLocalAddressKeepsItsInterface() throws IOException {
        byte[] linkLocal = InetAddress.getByName("fe80::1").getAddress();
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        assertThat(CallText.host(Inet6Address.getByAddress("", linkLocal, loopback.getIndex())))
                .isEqualTo("fe80::1%" + loopback.getName());
        assertThat(CallText.host(Inet6Address.getByAddress("", linkLocal, 99_999_999)))
                .as("no interface has that number")
                .isEqualTo("fe80::1%99999999");
    }

    @Test
    void aNameThatWasNeverLookedUpIsShownEscaped() {
        assertThat(CallText.address(InetSocketAddress.createUnresolved("evil\u001b[2J", 80)))
                .isEqualTo("evil\\x1b[2J:80");
    }

    @Test
    void anEventKnowsHowItEnded() {
        assertThat(event(Call.RECV, null, None.NONE).pending()).isTrue();
        assertThat(event(Call.RECV, null, None.NONE).value()).isEqualTo(-1);
        assertThat(event(Call.RECV, new Failed(Errno.EAGAIN, ""), None.NONE).failed())
                .isTrue();
        assertThat(event(Call.RECV, new Failed(Errno.EAGAIN, ""), None.NONE).value())
                .isEqualTo(-1);
        assertThat(event(Call.RECV, new Returned(7), None.NONE).value()).isEqualTo(7);
        assertThat(event(Call.RECV, new Returned(7), None.NONE).failed()).isFalse();
    }
}
