package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;

class LeaveCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void receivesNothingMoreOfTheGroup() {
        typing.all("use udp", "socket --as member", "bind member any 0", "join member 239.77.1.4")
                .ends(0);
        typing.all("socket --as speaker", "options speaker IP_MULTICAST_IF lo").ends(0);
        typing.type("leave member 239.77.1.4")
                .shows("setsockopt(3, IP_DROP_MEMBERSHIP, 239.77.1.4%lo) = 0")
                .ends(0);
        typing.type("sendto speaker 239.77.1.4 {member} late").ends(0);
        typing.type("sendto speaker {member} direct").ends(0);
        assertThat(typing.type("recv member").first()).startsWith("recv(3, \"direct\"");
    }

    @Test
    void saysThatNobodyJoined() {
        typing.type("socket udp").ends(0);
        typing.type("leave 239.77.1.4 lo")
                .shows(
                        "setsockopt(3, IP_DROP_MEMBERSHIP, 239.77.1.4%lo) = -1 EADDRNOTAVAIL",
                        "    (Cannot assign requested address)",
                        "  it is in no such group on this interface: one leaves what one joined")
                .ends(4);
        typing.type("socket tcp").ends(0);
        typing.type("leave 239.77.1.4")
                .has("  tcp has exactly two ends, never a group")
                .ends(4);
    }

    @Test
    void refusesWhatIsNoGroup() {
        typing.type("socket udp --as member").ends(0);
        String group = " (expected: a multicast group: 224.0.0.0 to 239.255.255.255, or ff00::/8)";
        typing.type("leave").refuses("leave: too few words (expected: GROUP); see  help leave");
        typing.type("leave 127.0.0.1").refuses("leave: \"127.0.0.1\"" + group);
        typing.type("leave everybody").refuses("leave: \"everybody\"" + group);
    }
}
