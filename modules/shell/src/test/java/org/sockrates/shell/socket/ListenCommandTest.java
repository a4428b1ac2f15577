package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.capture.kernel.KernelValue;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Origin;
import org.sockrates.transport.ServerSettings;

class ListenCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @ParameterizedTest
    @ValueSource(strings = {"", " --ipv6"})
    void letsPeersConnectFromNowOn(String family) {
        typing.all("socket --as door" + family, "bind 0").ends(0);
        typing.type("listen").shows("listen(3, 5) = 0").ends(0);
        typing.all("socket" + family, "connect {door}").ends(0);
    }

    @Test
    void takesABacklogAndMayBeCalledAgain() {
        typing.all("socket --as door", "bind 0").ends(0);
        typing.type("listen door 1").shows("listen(3, 1) = 0").ends(0);
        typing.type("l . 65535")
                .shows(
                        "listen(3, 65535) = 0",
                        "  it listens already, with a backlog of 1; Linux would change that, Java cannot")
                .ends(0);
        typing.type("listen 7")
                .shows("listen(7) = -1 EBADF (Bad file descriptor)", "  no socket has the number 7; see  status");
    }

    @Test
    void tellsHowMuchOfABacklogTheKernelKeeps() {
        int most = Integer.parseInt(new KernelValue("net.core.somaxconn").now().orElse("65535"));
        assumeTrue(most < ServerSettings.MOST_BACKLOG);
        typing.all("socket --as door", "bind 0").ends(0);
        typing.type("listen door 65535")
                .shows("listen(3, 65535) = 0", "  of this backlog the kernel keeps " + most + " (net.core.somaxconn)")
                .ends(0);
        typing.all("socket --as other", "bind other 0").ends(0);
        typing.type("listen other " + most).shows("listen(4, " + most + ") = 0").ends(0);
    }

    @Test
    void saysOfAConnectionWhetherItIsThereStill() {
        typing.connectTcp();
        assertThat(typing.hint("listen alice")).isEqualTo("connected to 127.0.0.1:" + typing.port("door") + " already");
        typing.all("close bob --reset", "status").ends(0);
        assertThat(typing.hint("listen alice"))
                .isEqualTo(
                        "its connection to 127.0.0.1:" + typing.port("door") + " is over; make another one:  socket");
    }

    @Test
    void choosesAnAddressWhereNoneWasGiven() {
        typing.all("socket --as door").ends(0);
        typing.type("listen")
                .shows("listen(3, 5) = 0", "  the system chose port {door}, at every address; bind chooses both")
                .ends(0);
        typing.all("socket", "connect {door}").ends(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --ipv6"})
    void opensNothingToTheNetworkForALab(String family) {
        String why = " can be reached from other machines (expected: in a lab, a loopback address);"
                + " bind door localhost 0  first";
        typing.all("socket tcp --as door" + family).ends(0);
        typing.type("listen", Origin.LAB).refuses("listen: every address" + why);
        typing.type("bind any 0").ends(0);
        String any = family.isEmpty() ? "0.0.0.0" : "[::]";
        typing.type("listen door", Origin.LAB).refuses("listen: " + any + ":{door}" + why);
        typing.type("listen door").ends(0);
    }

    @Test
    void aLabMayListenAtLocalhost() {
        typing.all("socket --as door", "bind 0").ends(0);
        typing.type("listen", Origin.LAB).shows("listen(3, 5) = 0").ends(0);
        typing.all("socket udp --as bob", "bind bob any 0").ends(0);
        typing.type("listen bob", Origin.LAB).ends(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --ipv6"})
    void saysWhyUdpHasNone(String family) {
        typing.all("socket udp" + family, "bind 0").ends(0);
        typing.type("listen")
                .shows(
                        "listen(3, 5) = -1 EOPNOTSUPP (Operation not supported)",
                        "  udp has no connections to wait for: a bound socket receives at once")
                .ends(4);
    }

    @Test
    void refusesWhatIsNoBacklogAndNoSocket() {
        typing.type("socket --as door").ends(0);
        String backlog = " (expected: a whole number from 1 to 65535)";
        typing.type("listen door 0").refuses("listen: \"0\"" + backlog);
        typing.type("listen door 65536").refuses("listen: \"65536\"" + backlog);
        typing.type("listen door many").refuses("listen: \"many\"" + backlog);
        typing.type("listen dor").refuses("listen: \"dor\" (expected: a socket: door?)");
        typing.type("listen door 5 6").refuses("listen: \"6\" (expected: nothing more; see  help listen)");
    }
}
