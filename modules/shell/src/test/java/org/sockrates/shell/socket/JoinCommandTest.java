package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;

class JoinCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void receivesWhatIsSentToTheGroup() {
        typing.all("use udp", "socket --as member", "bind member any 0").ends(0);
        typing.type("join member 239.77.1.2")
                .matches("setsockopt\\(3, IP_ADD_MEMBERSHIP, 239\\.77\\.1\\.2%lo\\) = 0")
                .ends(0);
        typing.all("socket --as speaker", "options speaker IP_MULTICAST_TTL 0").ends(0);
        Shown blue = typing.type("sendto speaker 239.77.1.2 {member} into the blue"); // with a route, or without any
        assertThat(String.join(" ", blue.lines()).replaceAll(" +", " "))
                .endsWith(": options speaker IP_MULTICAST_IF lo");
        typing.type("options speaker IP_MULTICAST_IF lo").ends(0);
        typing.type("sendto speaker 239.77.1.2 {member} hello")
                .shows("sendto(4, \"hello\", 5, 0, 239.77.1.2:{member}) = 5")
                .ends(0);
        typing.type("recvfrom member").matches("recvfrom\\(3, \"hello\", 65536, 0, [0-9.]+:{speaker}\\) = 5");
    }

    @Test
    void whoIsBoundToOneAddressHearsNothingElse() {
        typing.all("use udp", "socket --as member", "bind member 0").ends(0);
        typing.type("join member 239.77.1.2")
                .shows(
                        "setsockopt(3, IP_ADD_MEMBERSHIP, 239.77.1.2%lo) = 0",
                        "  bound to 127.0.0.1:{member}, it hears only what is sent there; one bound to any",
                        "  hears the group")
                .ends(0);
        typing.all("socket --as speaker", "options speaker IP_MULTICAST_IF lo", "set timeout 50ms")
                .ends(0);
        typing.type("sendto speaker 239.77.1.2 {member} hello").ends(0);
        assertThat(typing.type("recvfrom member").first()).contains(" = -1 EAGAIN ");
        typing.all("socket --as group", "bind group 239.77.1.3 0").ends(0);
        typing.type("join group 239.77.1.3")
                .shows("setsockopt(5, IP_ADD_MEMBERSHIP, 239.77.1.3%lo) = 0")
                .ends(0);
        typing.type("sendto speaker 239.77.1.3 {group} hello").ends(0);
        typing.type("recvfrom group").matches("recvfrom\\(5, \"hello\", .*").ends(0);
    }

    @Test
    void namesItsInterfaceAndSpeaksIpv6() {
        typing.all("use udp", "socket --as four", "socket --as six --ipv6").ends(0);
        typing.type("join four 239.77.1.3 lo").ends(0);
        typing.type("join six ff02::77 lo")
                .shows("setsockopt(4, IPV6_ADD_MEMBERSHIP, ff02::77%lo) = 0")
                .ends(0);
        typing.type("join six ff02::77 lo")
                .shows(
                        "setsockopt(4, IPV6_ADD_MEMBERSHIP, ff02::77%lo) = -1 EADDRINUSE",
                        "    (Address already in use)", "  it is in this group on this interface already")
                .ends(4);
        typing.type("join six 239.77.1.3").refuses("join: \"239.77.1.3\" (expected: an IPv6 address)");
        typing.type("join four ff02::77").refuses("join: \"ff02::77\" (expected: an IPv4 address)");
    }

    @Test
    void saysWhereNoRouteLeads() {
        typing.all("socket udp --as six --ipv6", "options six IP_MULTICAST_TTL 0", "options six IP_MULTICAST_IF lo")
                .ends(0);
        Shown sent = typing.type("sendto six ff02::77 9 x");
        Assumptions.assumeThat(sent.lines().get(0)).contains("ENETUNREACH");
        sent.has("  no route leads to this group: over lo Linux has none for IPv6")
                .ends(4);
    }

    @Test
    void saysWhyTcpHasNone() {
        typing.type("socket tcp").ends(0);
        typing.type("join 239.77.1.2")
                .shows(
                        "setsockopt(3, IP_ADD_MEMBERSHIP, 239.77.1.2%lo) = -1 EOPNOTSUPP",
                        "    (Operation not supported)", "  tcp has exactly two ends, never a group")
                .ends(4);
    }

    @Test
    void refusesWhatIsNoGroupAndNoInterface() {
        typing.type("socket udp --as member").ends(0);
        String group = " (expected: a multicast group: 224.0.0.0 to 239.255.255.255, or ff00::/8)";
        typing.type("join").refuses("join: too few words (expected: GROUP); see  help join");
        typing.type("join member").refuses("join: \"member\"" + group);
        typing.type("join 10.1.2.3").refuses("join: \"10.1.2.3\"" + group);
        typing.type("join member 239.1.2.3 lo now").refuses("join: \"now\" (expected: nothing more; see  help join)");
        typing.type("join . 239.1.2.3 nosuch0").ends(2);
    }
}
