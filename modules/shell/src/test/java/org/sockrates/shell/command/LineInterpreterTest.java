package org.sockrates.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;

class LineInterpreterTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void emptyLinesAndCommentsSayNothing() {
        typing.type("").shows().ends(0);
        typing.type("   # nothing").shows().ends(0);
        for (String two : List.of("socket && socket", "socket udp || socket", "send alice hi && recv alice")) {
            String between = two.contains("&") ? "&&" : "||";
            typing.type(two).refuses("line: \"" + between + "\" (expected: one command a line; in quotes it is text)");
        }
        typing.type("''").refuses("command: \"\" (expected: a command;  help  lists them)");
        typing.type("&").refuses("line: & alone (expected: a command before it)");
    }

    @Test
    void everyCommandExplainsItself() {
        assertThat(typing.type("bind --help").lines())
                .isEqualTo(typing.type("help bind").lines());
        assertThat(typing.type("b --help").first()).isEqualTo("bind [SOCKET] [HOST] PORT");
    }

    @Test
    void everyCommandSpeaksJson() {
        assertThat(typing.type("socket --as a --json").first())
                .startsWith("{\"call\":\"socket\",\"socket\":3,\"name\":\"a\"")
                .contains("\"errno\":null");
        assertThat(typing.type("close 9 --json").json()).containsEntry("errno", "EBADF");
        for (String line :
                List.of("status", "set", "use", "jobs", "help bind", "journal", "history", "explain EPIPE")) {
            assertThat(typing.type(line + " --json").lines())
                    .as(line)
                    .isNotEmpty()
                    .allMatch(text -> text.startsWith("{") || text.startsWith("["));
        }
    }

    @Test
    void whoAsksForJsonTwiceGetsItOnce() {
        typing.type("status --json --json").shows("[]");
        assertThat(typing.type("bind --help --json").json())
                .isEqualTo(typing.type("help bind --json").json());
    }

    @Test
    void aLongLineIsCutBetweenCharacters() {
        typing.all("socket", "bind 0", "listen").ends(0);
        for (String before : List.of("", "x")) { // one of them puts a character across the place of the cut
            typing.type("client localhost {3} \"" + before + "😀".repeat(40) + "\" &");
        }
        assertThat(typing.type("jobs --json").first())
                .contains(" \\\"\\uD83D\\uDE00", "\\uDE00\\u2026")
                .doesNotContain("\\uD83D\\u2026");
    }

    @Test
    void jsonIsNotTakenBehindTwoDashes() {
        typing.all("socket udp", "bind 0").ends(0);
        assertThat(typing.type("sendto {3} -- --json").first()).contains("\"--json\"");
    }

    @Test
    void aBugIsTheOnlyThingWithATrace() {
        LineInterpreter broken = new LineInterpreter(
                typing.session(),
                interpreter -> List.of(Entry.of(Group.REST, "break", () -> (session, job) -> {
                    throw new IllegalStateException("oops");
                })));
        Job job = Objects.requireNonNull(broken.start("break", Origin.PROMPT, typing.ear()))
                .job();
        assertThat(job.await(Duration.ofSeconds(10))).isTrue();
        assertThat(job.status()).isEqualTo(70);
        assertThat(typing.ear().troubles()).hasSize(1).first().asString().startsWith("bug: ");
    }
}
