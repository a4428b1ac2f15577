package org.sockrates.shell.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Typing;
import org.sockrates.wire.TcpProbe;

/** Watches of connections over this machine's loopback; those on a thin link are in the tests of the program. */
class TcpWatchCommandTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @AutoClose
    private final Typing typing = new Typing();

    @BeforeEach
    void connect() {
        assumeThat(TcpProbe.missing()).isEmpty();
        typing.connectTcp();
    }

    private int samples(String line) {
        Map<String, Object> json = typing.type(line).json();
        return ((List<?>) json.get("samples")).size();
    }

    private void awaitSamples() {
        await().atMost(LIMIT).until(() -> typing.type("tcp plot alice").status() == 0);
    }

    @Test
    void watchesBesideThePromptAndDrawsWhatItSaw() {
        typing.type("tcp watch alice")
                .shows("watching alice (4) every 2ms (job 1); draw it:  tcp plot alice")
                .ends(0);
        typing.all("send alice #1000", "recv bob", "jobs").shows("[1] tcp watch alice");
        awaitSamples();
        List<String> lines = typing.type("tcp plot alice").ends(0).lines();
        assertThat(lines.get(0)).matches("alice \\(4\\): .* > .*, watched [0-9.]+ s, n [0-9]+");
        assertThat(lines).hasSizeBetween(18, 23).allMatch(line -> line.length() <= 80);
        assertThat(typing.type("tcp plot alice --ascii --all").lines()).allMatch(line -> line.matches("\\p{ASCII}*"));
        assertThat(typing.type("tcp plot --width 40").lines()).allMatch(line -> line.length() <= 80);
        assertThat(samples("tcp plot alice --all --json")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void endsWithItsSocketAndIsDrawnAllTheSame() {
        typing.type("tcp watch alice").ends(0);
        awaitSamples();
        typing.type("close alice").ends(0);
        typing.hears("watched alice for [0-9.]+ s: its socket is closed; .*");
        typing.type("tcp plot alice").ends(0);
        typing.type("tcp plot 4").ends(0);
        typing.type("jobs").shows("no jobs");
    }

    @Test
    void endsWhenItIsStoppedOrItsTimeIsOver() {
        typing.type("tcp watch alice --every 1ms --for 20ms").ends(0);
        typing.hears("watched alice for [0-9.]+ s: its time is over; .*");
        await().atMost(LIMIT).until(() -> typing.type("jobs").first().equals("no jobs"));
        typing.type("tcp watch alice").ends(0);
        typing.type("stop").shows("[1] tcp watch alice: ended");
        typing.hears("watched alice for [0-9.]+ s: stopped; .*");
    }

    @Test
    void watchesAConnectionOnce() {
        typing.type("tcp watch alice").ends(0);
        typing.type("tcp watch alice")
                .refuses(
                        "tcp: watch: alice is being watched already (expected: one watch for a connection); see  jobs");
        typing.type("tcp watch bob").ends(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp plot|tcp: plot: no watch yet (expected: a watched socket); begin:  tcp watch SOCKET",
                "tcp plot bob|tcp: plot: bob is not watched (expected: a watched socket); begin:  tcp watch bob",
                "tcp watch alice --every 0ms|tcp: watch: --every: \"0s\" (expected: 1ms to 10s)",
                "tcp watch alice --for 2h|tcp: watch: --for: \"7200s\" (expected: 1ms to 3600s)",
                "tcp show --every 2ms|tcp: \"--every\" (expected: only with tcp watch; see  help tcp)",
                "tcp watch alice --ascii|tcp: \"--ascii\" (expected: only with tcp plot; see  help tcp)",
            })
    void saysWhatCannotBeMeant(String line, String message) {
        typing.type(line).refuses(message);
    }

    @Test
    void aDrawingHasAWidthThatFits() {
        typing.type("tcp watch alice").ends(0);
        awaitSamples();
        typing.type("tcp plot alice --width 39")
                .refuses("tcp: --width: \"39\" (expected: a whole number from 40 to 500)");
        typing.session().defaults().width(100);
        assertThat(typing.type("tcp plot alice").lines()).anyMatch(line -> line.length() == 100);
    }
}
