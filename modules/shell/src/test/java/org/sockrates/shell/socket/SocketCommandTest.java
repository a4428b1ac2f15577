package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;

class SocketCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void showsTheCallAsCWritesIt() {
        typing.type("socket").shows("socket(AF_INET, SOCK_STREAM, 0) = 3").ends(0);
        typing.type("socket udp").shows("socket(AF_INET, SOCK_DGRAM, 0) = 4").ends(0);
        typing.type("s tcp -6").shows("socket(AF_INET6, SOCK_STREAM, 0) = 5").ends(0);
        typing.type("sock udp --ipv6")
                .shows("socket(AF_INET6, SOCK_DGRAM, 0) = 6")
                .ends(0);
    }

    @Test
    void takesTheTransportAndTheFamilyInUse() {
        typing.all("use udp", "set family ipv6").ends(0);
        typing.type("socket").shows("socket(AF_INET6, SOCK_DGRAM, 0) = 3");
        typing.type("socket tcp").shows("socket(AF_INET6, SOCK_STREAM, 0) = 4");
    }

    @Test
    void givesTheLowestNumberThatIsFree() {
        typing.all("socket", "socket", "socket", "close 4").ends(0);
        typing.type("socket").shows("socket(AF_INET, SOCK_STREAM, 0) = 4");
        typing.type("socket").shows("socket(AF_INET, SOCK_STREAM, 0) = 6");
    }

    @Test
    void givesANameInSmallLetters() {
        typing.type("socket --as Door").shows("socket(AF_INET, SOCK_STREAM, 0) = 3 (door)");
        typing.type("socket --as=alice_2 udp").shows("socket(AF_INET, SOCK_DGRAM, 0) = 4 (alice_2)");
        typing.type("close DOOR").shows("close(3) = 0");
    }

    @Test
    void becomesTheCurrentOne() {
        typing.all("socket --as one", "socket --as two").ends(0);
        typing.type("bind 0").has("bind(4, 127.0.0.1:0) = 0");
        typing.type("close one").ends(0);
        typing.type("close .").shows("close(4) = 0");
    }

    @Test
    void saysTheSameToAProgram() {
        assertThat(typing.type("socket --as a --json").json())
                .containsEntry("call", "socket")
                .containsEntry("socket", 3)
                .containsEntry("name", "a")
                .containsEntry("transport", "tcp")
                .containsEntry("result", 3)
                .containsEntry("errno", null)
                .containsEntry("peer", null)
                .containsEntry("hints", List.of());
    }

    @Test
    void refusesWhatIsNoTransport() {
        typing.type("socket tpc").refuses("socket: \"tpc\" (expected: tcp?)");
        typing.type("socket sctp-over-x").refuses("socket: \"sctp-over-x\" (expected: tcp udp)");
        typing.type("socket tcp udp").refuses("socket: \"udp\" (expected: nothing more; see  help socket)");
        assertThat(typing.session().sockets().all()).isEmpty();
    }

    @Test
    void refusesANameThatCannotBeTold() {
        String expected = " (expected: a letter of English, then letters, digits, _ or -, at most 16)";
        for (String name : List.of("3x", "localhost", "seventeen-letters", "a=b", "a\\x1b")) {
            typing.type("socket --as \"" + name + "\"")
                    .refuses("socket: --as: \"" + name + "\"" + expected)
                    .ends(2);
        }
        typing.type("socket --as door").ends(0);
        typing.type("socket --as DOOR")
                .refuses("socket: --as: \"DOOR\" (expected: a name no open socket has; door is socket 3)");
        typing.all("close door", "socket --as door").ends(0);
    }

    @Test
    void aFamilyThatTheMachineLacksIsNamed() {
        for (Errno errno : Errno.values()) {
            SocketEvent event = new SocketEvent(
                    0, 1, SocketEvent.NO_SOCKET, "tcp", Call.SOCKET, None.NONE, new Failed(errno, ""), null, null);
            List<String> hints = SocketCommand.hints(event, Family.AF_INET6);
            if (errno == Errno.EAFNOSUPPORT) {
                assertThat(hints).containsExactly("this machine has no IPv6;  doctor  tells what it has");
            } else {
                assertThat(hints).as(errno.name()).isEmpty();
            }
        }
    }
}
