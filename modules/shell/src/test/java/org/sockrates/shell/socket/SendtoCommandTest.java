package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Typing;

class SendtoCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    private void bobAndAlice(String family) {
        typing.all("use udp", "socket --as bob" + family, "bind 0", "socket --as alice" + family)
                .ends(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sendto {bob} hi",
                "sendto alice {bob} hi",
                "t 4 localhost {bob} hi",
                "sendto . 127.0.0.1 {bob} hi",
                "sendto 127.0.0.1:{bob} hi",
                "sendto alice localhost:{bob} hi"
            })
    void findsTheReceiverHoweverItIsWritten(String line) {
        bobAndAlice("");
        typing.type(line).shows("sendto(4, \"hi\", 2, 0, 127.0.0.1:{bob}) = 2").ends(0);
        typing.type("recvfrom bob").shows("recvfrom(3, \"hi\", 65536, 0, 127.0.0.1:{alice}) = 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendto {bob} hi", "sendto ::1 {bob} hi", "sendto alice [::1]:{bob} hi"})
    void speaksIpv6(String line) {
        bobAndAlice(" --ipv6");
        typing.type(line).shows("sendto(4, \"hi\", 2, 0, [::1]:{bob}) = 2").ends(0);
        typing.type("recvfrom bob").shows("recvfrom(3, \"hi\", 65536, 0, [::1]:{alice}) = 2");
    }

    @Test
    void sendsEmptyDatagrams() {
        bobAndAlice("");
        typing.type("sendto alice {bob} \"\"").shows("sendto(4, \"\", 0, 0, 127.0.0.1:{bob}) = 0");
        typing.type("recvfrom bob").shows("recvfrom(3, \"\", 65536, 0, 127.0.0.1:{alice}) = 0");
    }

    @Test
    void sendsNumbersAsTextWhereAPortStandsBefore() {
        bobAndAlice("");
        typing.type("sendto alice {bob} 12 34").shows("sendto(4, \"12 34\", 5, 0, 127.0.0.1:{bob}) = 5");
        typing.type("sendto alice {bob} hex:48 65").shows("sendto(4, \"He\", 2, 0, 127.0.0.1:{bob}) = 2");
    }

    /** A machine with nothing but its loopback interface knows none, and says so first. */
    private static void needsARoute() throws IOException {
        try (DatagramChannel probe = DatagramChannel.open(StandardProtocolFamily.INET)) {
            probe.connect(new InetSocketAddress("192.0.2.1", 9));
        } catch (SocketException without) {
            assumeTrue(false, "this machine has no route to anywhere: " + without.getMessage());
        }
    }

    @Test
    void needsLeaveToBroadcast() throws IOException {
        needsARoute();
        bobAndAlice("");
        typing.type("sendto alice 255.255.255.255 9 x")
                .shows(
                        "sendto(4, \"x\", 1, 0, 255.255.255.255:9) = -1 EACCES (Permission denied)",
                        "  broadcast is off:  options alice SO_BROADCAST on")
                .ends(4);
        typing.type("options alice SO_BROADCAST on").ends(0);
        typing.type("sendto alice 127.255.255.255 {bob} x")
                .shows("sendto(4, \"x\", 1, 0, 127.255.255.255:{bob}) = 1")
                .ends(0);
    }

    @Test
    void saysThatNothingLeavesTheMachineFromTheLoopbackAddress() throws IOException {
        needsARoute();
        bobAndAlice("");
        typing.type("sendto bob 192.0.2.1 9 x")
                .shows(
                        "sendto(3, \"x\", 1, 0, 192.0.2.1:9) = -1 EINVAL (Invalid argument)",
                        "  bound to 127.0.0.1:{bob}, from where nothing leaves this machine")
                .ends(4);
    }

    @Test
    void onAConnectedStreamTheAddressIsIgnored() {
        typing.connectTcp();
        typing.type("sendto alice 9 x")
                .shows("sendto(4, \"x\", 1, 0, 127.0.0.1:9) = 1")
                .ends(0);
        typing.type("recv bob").shows("recv(5, \"x\", 65536, 0) = 1");
        typing.type("socket --as new").ends(0);
        typing.type("sendto new 9 x")
                .has("  not connected yet: try  connect new HOST PORT")
                .ends(4);
    }

    @Test
    void aConnectedDatagramSocketHasOnePeer() {
        typing.connectUdp();
        typing.type("sendto alice 9 x")
                .shows(
                        "sendto(3, \"x\", 1, 0, 127.0.0.1:9) = -1 EISCONN",
                        "    (Transport endpoint is already connected)",
                        "  Java sends from a connected socket to its peer only; Linux would send this,",
                        "  once, where it says")
                .ends(4);
        assertThat(typing.type("sendto alice {bob} x --json").json())
                .containsEntry("result", 1)
                .containsEntry("errno", null);
    }

    @ParameterizedTest
    @CsvSource({
        "sendto,                      'sendto: too few words (expected: [HOST] PORT); see  help sendto'",
        "sendto alice,                'sendto: too little behind the socket alice (expected: [HOST] PORT DATA); see  help sendto'",
        "sendto localhost,            'sendto: \"localhost\" (expected: [HOST] PORT; see  help sendto)'",
        "sendto localhost x,          'sendto: \"x\" (expected: a whole number from 1 to 65535)'",
        "sendto alice localhost 0 x,  'sendto: \"0\" (expected: a whole number from 1 to 65535)'",
        "sendto alice 9,              'sendto: too little behind the socket alice (expected: [HOST] PORT DATA); see  help sendto'",
        "sendto alice 9 hex:1,        'payload: \"hex:1\" (expected: pairs of hexadecimal digits: hex:4865)'",
    })
    void refusesWhatIsNoReceiver(String line, String message) {
        bobAndAlice("");
        typing.type(line).refuses(message);
    }
}
