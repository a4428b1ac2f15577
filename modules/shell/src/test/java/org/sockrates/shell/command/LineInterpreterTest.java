package org.sockrates.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Bench;
import org.sockrates.shell.job.Origin;

class LineInterpreterTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void emptyLinesAndCommentsSayNothing() {
        assertThat(bench.interpreter().start("", Origin.PROMPT, bench)).isNull();
        assertThat(bench.interpreter().start("   # nothing", Origin.PROMPT, bench))
                .isNull();
        assertThatThrownBy(() -> bench.interpreter().start("&", Origin.PROMPT, bench))
                .hasMessage("line: & alone (expected: a command before it)");
    }

    @Test
    void everyCommandExplainsItself() {
        assertThat(bench.run("bind --help")).isEqualTo(bench.run("help bind"));
        assertThat(bench.run("b --help").get(0)).isEqualTo("bind [SOCKET] [HOST] PORT");
    }

    @Test
    void everyCommandSpeaksJson() throws IOException {
        assertThat(bench.last("socket --as a --json"))
                .startsWith("{\"call\":\"socket\",\"socket\":3,\"name\":\"a\"")
                .contains("\"errno\":null");
        assertThat(bench.last("close 9 --json")).contains("\"errno\":\"EBADF\"");
        for (String line :
                List.of("status", "set", "use", "jobs", "help bind", "journal", "history", "explain EPIPE")) {
            List<String> shown = bench.run(line + " --json");
            assertThat(shown).as(line).allMatch(text -> text.startsWith("{") || text.startsWith("["));
        }
    }

    @Test
    void jsonIsNotTakenBehindTwoDashes() {
        bench.run("socket udp");
        bench.run("bind 0");
        assertThat(bench.run("sendto " + bench.port("3") + " -- --json").get(0)).contains("\"--json\"");
    }

    @Test
    void aBugIsTheOnlyThingWithATrace() {
        LineInterpreter broken = new LineInterpreter(
                bench.interpreter().session(),
                interpreter -> List.of(Entry.of(Group.REST, "break", () -> (session, job) -> {
                    throw new IllegalStateException("oops");
                })));
        var started = broken.start("break", Origin.PROMPT, bench);
        assertThat(started.job().await(java.time.Duration.ofSeconds(10))).isTrue();
        assertThat(started.job().status()).isEqualTo(70);
        assertThat(bench.troubles()).hasSize(1).first().asString().startsWith("bug: ");
    }
}
