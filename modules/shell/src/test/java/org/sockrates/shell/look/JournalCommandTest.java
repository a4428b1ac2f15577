package org.sockrates.shell.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;

class JournalCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void beginsEmpty() {
        typing.type("journal").shows("no call was made yet").ends(0);
    }

    @Test
    void showsCallsWithTheirTimesOldestFirst() {
        typing.all("socket", "bind 0", "close .").ends(0);
        typing.type("journal")
                .shows(
                        "12:01:07.000 shell socket(AF_INET, SOCK_STREAM, 0) = 3",
                        "12:01:07.000 shell bind(3, 127.0.0.1:0) = 0",
                        "12:01:07.000 shell close(3) = 0")
                .ends(0);
    }

    @Test
    void saysHowManyItLeavesOut() {
        typing.all("socket", "socket", "socket").ends(0);
        typing.type("journal 1").shows("… 2 before", "12:01:07.000 shell socket(AF_INET, SOCK_STREAM, 0) = 5");
    }

    @Test
    void namesWhoeverMadeTheCall() {
        typing.type("socket").ends(0);
        typing.opens("echo", "server udp 0 --quiet");
        typing.type("journal").has("12:01:07.000 server 1 socket(AF_INET, SOCK_DGRAM, 0) = 3");
        assertThat(typing.type("journal").first())
                .isEqualTo("12:01:07.000 shell    socket(AF_INET, SOCK_STREAM, 0) = 3");
    }

    @Test
    void aFailureThatIsTooLongLosesItsText() {
        typing.all("socket tcp --as gone", "bind 0", "close gone", "socket").ends(0);
        typing.type("connect {gone}").ends(4);
        assertThat(typing.type("journal 1").lines().get(1))
                .isEqualTo("12:01:07.000 shell connect(3, 127.0.0.1:" + typing.port("gone") + ") = -1 ECONNREFUSED");
    }

    @Test
    void aProgramGetsAnEventALine() {
        typing.all("socket", "bind 0", "listen").ends(0);
        typing.type("connect 9").ends(4);
        List<Object> events = typing.type("journal --json").documents();
        assertThat(events).hasSize(4);
        @SuppressWarnings("unchecked")
        Map<String, Object> bind = (Map<String, Object>) events.get(1);
        assertThat(bind)
                .containsEntry("time", Typing.NOON.millis())
                .containsEntry("name", "socket:bind")
                .containsEntry("vantage_point", "shell");
        assertThat(bind.get("data"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("socket", 3)
                .containsEntry("transport", "tcp")
                .containsEntry("arguments", List.of("127.0.0.1:0"))
                .containsEntry("result", 0)
                .containsEntry("errno", null)
                .containsEntry("local", "127.0.0.1:" + typing.port("3"))
                .containsEntry("peer", null);
    }

    @Test
    void canBeForgotten() {
        typing.type("socket").ends(0);
        assertThat(typing.type("journal --clear --json").json()).containsEntry("forgotten", 1);
        typing.type("journal").shows("no call was made yet");
    }

    @Test
    void takesAWholeNumber() {
        typing.type("journal 0").refuses("journal: \"0\" (expected: a whole number from 1 to 10000)");
        typing.type("journal many").refuses("journal: \"many\" (expected: a whole number from 1 to 10000)");
        typing.type("journal 1 2").refuses("journal: \"2\" (expected: nothing more; see  help journal)");
    }
}
