package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;

class ConnectCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    private void door(String family) {
        typing.all("socket --as door" + family, "bind 0", "listen", "socket --as alice" + family)
                .ends(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect {door}",
                "connect alice {door}",
                "c . localhost {door}",
                "connect 4 127.0.0.1 {door}",
                "connect 127.0.0.1:{door}",
                "connect alice localhost:{door}"
            })
    void findsAPeerHoweverItIsWritten(String line) {
        door("");
        typing.type(line).shows("connect(4, 127.0.0.1:{door}) = 0").ends(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect {door}", "connect ::1 {door}", "connect alice [::1]:{door}"})
    void speaksIpv6(String line) {
        door(" --ipv6");
        typing.type(line).shows("connect(4, [::1]:{door}) = 0").ends(0);
    }

    @ParameterizedTest
    @CsvSource({"'', 127.0.0.1", "' --ipv6', [::1]"})
    void notesThePeerOfAUdpSocketAndMayNoteAnother(String family, String host) {
        typing.all("socket udp --as bob" + family, "bind 0", "socket udp --as alice" + family)
                .ends(0);
        typing.type("connect {bob}").shows("connect(4, " + host + ":{bob}) = 0").ends(0);
        typing.type("connect 9").shows("connect(4, " + host + ":9) = 0").ends(0);
        assertThat(typing.type("connect {bob} --json").json()).containsEntry("peer", host + ":" + typing.port("bob"));
    }

    @Test
    void saysThatJavaThrowsAwayWhatWaits() {
        typing.all("socket udp --as bob", "bind 0", "socket udp --as eve", "sendto eve {bob} old")
                .ends(0);
        assertThat(typing.hint("connect bob 255.255.255.255 9")).isNotEmpty();
        assertThat(typing.news()).isEmpty();
        typing.all("connect bob 9", "connect bob 10").ends(0);
        assertThat(typing.news())
                .containsExactly("(bob (3) had datagrams waiting; Java threw them away, in C they stay)");
    }

    @Test
    void whoseReceiveWaitsHasNoConnectUnderWay() {
        typing.all("socket udp --as bob", "bind 0").ends(0);
        typing.type("recv bob", Duration.ofMillis(1)).ends(0);
        assertThat(typing.hint("shutdown bob out")).doesNotContain("connect is under way");
    }

    @ParameterizedTest
    @CsvSource({"EINTR, ended by you", "EADDRNOTAVAIL, its own address and port have a connection there already"})
    void whoLosesItsAddressIsNotAsBefore(Errno errno, String said) {
        typing.type("socket --as a").ends(0);
        Job job = mock(Job.class);
        when(job.endedBy()).thenReturn("ended by you");
        String lost = "connect: " + errno.text() + "; 127.0.0.1:7 could not be bound again: Address already in use";
        SocketEvent event = new SocketEvent(
                1,
                2,
                3,
                "tcp",
                Call.CONNECT,
                None.NONE,
                new Failed(errno, lost),
                null,
                new InetSocketAddress("127.0.0.1", 9));
        OpenSocket a = typing.session().sockets().all().get(0);
        assertThat(new Hints(typing.session(), job, a, event).lines())
                .hasSize(2)
                .first()
                .isEqualTo(said);
    }

    @Test
    void whoseAddressAnotherHasMeanwhileIsNotBoundAnyMore() {
        typing.all("socket --as a", "options a SO_REUSEADDR on", "bind a 0").ends(0);
        typing.all("socket --as b", "options b SO_REUSEADDR on", "bind b {a}", "listen b")
                .ends(0);
        String address = "127.0.0.1:" + typing.port("a");
        typing.all("socket --as gone", "bind gone 0", "close gone").ends(0);
        assertThat(typing.hint("connect a {gone}"))
                .startsWith("nobody listens on")
                .endsWith(" " + address + " could not be bound again: Address already in use; in C it stays bound,"
                        + " here it has no address now:  bind a …  or  close a");
        assertThat(typing.hint("connect a {gone}"))
                .startsWith("nobody listens on")
                .doesNotContain("again");
        typing.type("listen a")
                .matches("listen\\(3, \\d+\\) = 0", "  the system chose port .*")
                .ends(0);
    }

    @Test
    void whoseConnectWaitsIsNotToldToConnect() {
        typing.all("socket --as door", "bind 0", "listen door 1").ends(0);
        typing.all("socket", "connect {door}", "socket", "connect {door}", "socket --as alice")
                .ends(0);
        typing.type("connect {door}", Duration.ofMillis(1)).ends(0);
        assertThat(typing.hint("recv alice"))
                .isEqualTo("its connect is under way, see  jobs; in C on Linux recv waits with it");
        assertThat(typing.hint("shutdown alice out"))
                .isEqualTo("its connect is under way, see  jobs; in C on Linux shutdown ends that");
        assertThat(typing.hint("accept alice")).isEqualTo("its connect is under way, see  jobs");
        typing.type("stop 1").ends(0);
        assertThat(typing.hears("<\\.\\.\\. connect resumed>.*")).contains("EINTR");
    }

    @Test
    void aLostConnectionIsNotOneThatIsThereAlready() {
        typing.connectTcp();
        typing.type("close alice --reset").ends(0);
        typing.type("recv bob").ends(4);
        assertThat(typing.hint("connect bob 9"))
                .startsWith("it was connected to 127.0.0.1:")
                .endsWith(": the peer threw the connection away, noticed at 12:01:07; make another one:  socket");
    }

    @Test
    void mayBeTriedAgainAfterARefusal() {
        door("");
        typing.all("close door", "socket --as other", "bind other {door}").ends(0);
        typing.type("connect alice {door}").ends(4);
        typing.type("listen other").ends(0);
        typing.type("connect alice {door}").shows("connect(4, 127.0.0.1:{door}) = 0");
    }

    @Test
    void saysThatASocketIsInUse() {
        typing.connectTcp();
        typing.type("connect alice {door}")
                .shows(
                        "connect(4, 127.0.0.1:{door}) = -1 EISCONN",
                        "    (Transport endpoint is already connected)",
                        "  connected to 127.0.0.1:{door} already")
                .ends(4);
        typing.type("connect door {door}")
                .shows(
                        "connect(3, 127.0.0.1:{door}) = -1 EISCONN",
                        "    (Transport endpoint is already connected)",
                        "  it listens, and cannot also connect; make another one:  socket")
                .ends(4);
    }

    @ParameterizedTest
    @CsvSource({"tcp,[::1]:80", "udp,[::1]:80", "tcp,::1 80"})
    void saysThatIpv4ReachesNoIpv6(String transport, String peer) {
        typing.type("socket " + transport).ends(0);
        typing.type("connect " + peer)
                .shows(
                        "connect(3, [::1]:80) = -1 EAFNOSUPPORT",
                        "    (Address family not supported by protocol)",
                        "  an IPv4 socket reaches no IPv6 address; make another one:  socket " + transport + " --ipv6")
                .ends(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void anIpv6SocketReachesWhatIsOfItsAddressesFamily(String transport) {
        String another = " address; make another one:";
        typing.all("socket " + transport + " --ipv6 --as four", "bind 127.0.0.1 0")
                .ends(0);
        String four = "bound to 127.0.0.1, from where it reaches no IPv6" + another;
        assertThat(typing.hint("connect four ::1 9")).startsWith(four).endsWith("socket " + transport + " --ipv6");
        typing.all("socket " + transport + " --ipv6 --as six", "bind ::1 0").ends(0);
        String six = "bound to ::1, from where it reaches no IPv4" + another;
        assertThat(typing.hint("connect six 127.0.0.1 9")).startsWith(six).endsWith("socket " + transport);
        if (transport.equals("udp")) {
            assertThat(typing.hint("sendto four ::1 9 x")).contains(four);
            assertThat(typing.hint("sendto six 127.0.0.1 9 x")).contains(six);
            assertThat(typing.hint("sendto six 224.1.2.3 9 x")).contains(six);
        }
    }

    /** Java binds the socket anew where it was, so that the first peer decides. */
    @Test
    void aFirstPeerDecidesTheFamilyOfAnIpv6Socket() {
        typing.all("socket udp --ipv6 --as alice", "connect alice 127.0.0.1 9").ends(0);
        assertThat(typing.hint("connect alice ::1 9"))
                .startsWith("bound to 127.0.0.1, from where it reaches no IPv6 address; make another one:");
    }

    @Test
    void javaMeansTheLoopbackAddressByNone() {
        typing.all("socket udp --as alice", "bind 127.0.0.2 0").ends(0);
        typing.type("connect alice 0.0.0.0 9")
                .shows(
                        "connect(3, 0.0.0.0:9) = 0",
                        "  by 0.0.0.0 Java means 127.0.0.1; Linux takes it for the socket's own address,",
                        "  127.0.0.2");
        typing.all("socket udp --as bob").ends(0);
        typing.type("connect bob 0.0.0.0 9").shows("connect(4, 0.0.0.0:9) = 0");
    }

    @Test
    void saysThatNobodyKnowsTheName() {
        typing.type("socket").ends(0);
        typing.type("connect nowhere.invalid 80").fails("connect: \"nowhere.invalid\": name unknown", 4);
    }

    @Test
    void refusesWhatIsNoPeer() {
        typing.type("connect 80").refuses("connect: there is no socket yet; make one:  socket");
        typing.type("socket --as alice").ends(0);
        typing.type("connect").refuses("connect: too few words (expected: [HOST] PORT); see  help connect");
        typing.type("connect alice")
                .refuses("connect: too little behind the socket alice (expected: [HOST] PORT); see  help connect");
        String port = " (expected: a whole number from 1 to 65535)";
        typing.type("connect 0").refuses("connect: \"0\"" + port);
        typing.all("socket --as door", "bind door 0").ends(0);
        String address = " (expected: the address of that socket, 127.0.0.1:" + typing.port("door") + ")";
        typing.type("connect alice door").refuses("connect: \"door\"" + address);
        typing.type("connect alice door 5").refuses("connect: \"door\"" + address);
        typing.type("connect localhost").refuses("connect: \"localhost\" (expected: [HOST] PORT; see  help connect)");
        typing.type("connect alice localhost 70000").refuses("connect: \"70000\"" + port);
        typing.type("connect alice localhost 80 81")
                .refuses("connect: \"81\" (expected: nothing more; see  help connect)");
        typing.type("connect alcie localhost 80").refuses("connect: \"alcie\" (expected: a socket: alice?)");
    }
}
