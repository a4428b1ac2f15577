package org.sockrates.shell.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent.Failed;

class WhyCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void saysWhatAFigureMeansAndWhichExperimentsAskForIt() {
        typing.type("why lost_percent")
                .has(
                        "messages that never arrived, or arrived spoilt, of those sent",
                        "  delivery, in %: does everything arrive: once, in order, unharmed?")
                .ends(0);
        typing.type("why reads").has("receives it took to read everything, with room for 64 KiB in each");
    }

    @Test
    void saysWhereAFigureMeansSomethingElse() {
        assertThat(String.join(" ", typing.type("why lost_percent").lines()).replaceAll(" +", " "))
                .contains(
                        " latency, in %: how long are a question and its answer under way? There: of the questions, those"
                                + " without answer; 5 % lost each way leave 9.75 % without")
                .doesNotContain("unharmed? There");
        assertThat(String.join(" ", typing.type("why lost_packets").lines())).contains("or the answer was");
        assertThat(String.join(" ", typing.type("why handshake_round_trips").lines()))
                .contains("may be below 1");
    }

    @Test
    void aloneSaysWhatTheLastFailureMeansAndWhatToDo() {
        typing.all("set timeout 20ms", "use udp", "socket --as bob", "bind 0");
        typing.type("listen");
        typing.type("recvfrom");
        typing.type("sendto {bob} x").ends(0);
        assertThat(typing.type("why").ends(0).lines())
                .startsWith(
                        "the last call that failed, at 12:01:07:",
                        "recvfrom(3, 65536) = -1 EAGAIN (Resource temporarily unavailable)",
                        "  nothing came within 20ms",
                        "EAGAIN (Resource temporarily unavailable), 11 on Linux")
                .anyMatch(line -> line.startsWith("  do: "));
        assertThat(typing.type("why --json").json())
                .containsEntry("call", "recvfrom(3, 65536) = -1 EAGAIN (Resource temporarily unavailable)")
                .containsKey("means");
    }

    @Test
    void aServerThatWasStoppedHasNotFailed() {
        typing.all("socket udp --as gone", "bind 0", "close gone").ends(0);
        typing.type("client tcp {gone} hi").ends(4);
        typing.opens("it", "server 0 --quiet");
        await().until(() -> typing.session().journal().entries().stream()
                .anyMatch(entry -> entry.event().call() == Call.ACCEPT));
        typing.type("stop").ends(0);
        assertThat(typing.session().journal().entries())
                .anyMatch(entry -> entry.event().outcome() instanceof Failed failed && failed.errno() == Errno.EBADF);
        typing.type("why").has("client 1 connect(3, 127.0.0.1:{gone}) = -1 ECONNREFUSED (Connection refused)");
    }

    @Test
    void aNumberThatIsClosedIsALastFailureToo() {
        typing.type("why").shows("no call has failed;  why *  lists the figures of compare");
        typing.all("set timeout 20ms", "socket udp --as bob", "bind 0");
        typing.type("recvfrom").ends(124);
        typing.type("close bob");
        typing.type("recvfrom 3").ends(4);
        typing.type("why").has("recvfrom(3) = -1 EBADF (Bad file descriptor)").has("  socket 3 was closed at 12:01:07");
    }

    @Test
    void whatASocketsCallSaidStandsBeforeItsErrno() {
        typing.all("socket tcp --as door", "bind 0", "socket tcp --as alice");
        List<String> said = typing.type("connect alice {door}").ends(4).lines();

        List<String> why = typing.type("why").lines();

        assertThat(said).hasSizeGreaterThan(1);
        assertThat(why.subList(1, 1 + said.size())).isEqualTo(said);
    }

    @Test
    void listsAllFiguresBeneathTheirQuestionsInEightyColumns() {
        List<String> lines = typing.type("why *").ends(0).lines();
        assertThat(lines).allMatch(line -> line.length() <= 80);
        assertThat(lines)
                .startsWith(
                        "setup: how long until the first byte is there?",
                        "  first_reply_us          from socket() to the first byte of a reply, median")
                .contains("every experiment on the paths wire and sim:")
                .filteredOn(line -> line.startsWith("  lost_percent "))
                .hasSize(1);
        assertThat(lines.subList(
                        lines.indexOf("delivery: does everything arrive: once, in order, unharmed?"),
                        lines.indexOf("latency: how long are a question and its answer under way?")))
                .anyMatch(line -> line.matches("  jitter_ms +how much the time of transit changes, .*"));
    }

    @Test
    void aProgramGetsThemByName() {
        assertThat(typing.type("why * --json").json()).containsKeys("lost_percent", "connect_us");
        assertThat(typing.type("why half_close --json").json()).containsOnlyKeys("half_close");
    }

    @Test
    void saysWhatAnExperimentAsksAndHow() {
        assertThat(String.join(" ", typing.type("why boundaries").ends(0).lines()))
                .startsWith("boundaries: if I send 5 times, how often must you receive? ")
                .contains(" 5 sends at once, then the reader begins;")
                .contains("figures: reads, writes, ");
    }

    @Test
    void namesTheNearestOne() {
        typing.type("why lost_procent").refuses("why: \"lost_procent\" (expected: lost_percent?)");
        typing.type("why latancy").refuses("why: \"latancy\" (expected: latency?)");
        typing.type("why me")
                .refuses("why: \"me\" (expected: a metric, why * lists them, or an experiment; other words:  explain)");
        typing.type("why reads me").refuses("why: \"me\" (expected: nothing more; see  help why)");
    }
}
