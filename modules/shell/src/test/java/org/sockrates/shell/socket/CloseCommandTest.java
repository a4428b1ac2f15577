package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.session.Traces.Traced;
import org.sockrates.transport.SocketEvent;

class CloseCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void givesTheNumberBack() {
        typing.all("socket --as a", "socket --as b").ends(0);
        typing.type("close a").shows("close(3) = 0").ends(0);
        typing.type("k").shows("close(4) = 0").ends(0);
        typing.type("close").refuses("close: there is no socket yet; make one:  socket");
        typing.type("close 3")
                .shows("close(3) = -1 EBADF (Bad file descriptor)", "  socket 3 was closed at 12:01:07")
                .ends(4);
        typing.type("close A").has("  socket 3 was closed at 12:01:07").ends(4);
        typing.type("socket").shows("socket(AF_INET, SOCK_STREAM, 0) = 3");
        typing.type("close a").refuses("close: \"a\" (expected: a socket: 3)");
    }

    @Test
    void theLastSocketThatIsLeftBecomesTheCurrentOne() {
        typing.all("socket --as a", "socket --as b", "socket --as c", "bind a 0")
                .ends(0);
        typing.type("close a").ends(0);
        typing.type("close .").shows("close(5) = 0");
        typing.type("close .").shows("close(4) = 0");
    }

    @Test
    void closesAllAtOnce() {
        typing.connectTcp();
        typing.type("close *")
                .shows("close(3) = 0", "close(4) = 0", "close(5) = 0")
                .ends(0);
        typing.type("close *").shows().ends(0);
        typing.all("socket", "socket udp").ends(0);
        assertThat(typing.type("close * --json").first())
                .startsWith("[{\"call\":\"close\",\"socket\":3,")
                .contains("},{\"call\":\"close\",\"socket\":4,")
                .endsWith("}]");
    }

    @Test
    void aQuotedStarIsNoSocket() {
        typing.type("socket --as a").ends(0);
        typing.type("close \"*\"").refuses("close: \"*\" (expected: a socket: a)");
    }

    @Test
    void throwsAConnectionAway() {
        typing.connectTcp();
        typing.type("close alice --reset").shows("close(4) = 0 (reset)").ends(0);
        typing.type("recv bob").has("  the peer threw the connection away, noticed at 12:01:07");
    }

    @Test
    void withoutAConnectionThereIsNothingToReset() {
        typing.connectUdp();
        typing.type("close alice --reset").shows("close(3) = 0").ends(0);
        typing.all("socket --as one").ends(0);
        typing.type("close one --reset").shows("close(3) = 0").ends(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shutdown alice out", "send alice unread"})
    void ofAConnectionThatIsOverThereIsNothingLeftToReset(String before) {
        typing.connectTcp();
        typing.all(before, "close bob").ends(0);
        typing.type("close alice --reset").shows("close(4) = 0").ends(0);
        typing.type("journal").has("12:01:07.000 shell close(4) = 0");
    }

    @Test
    void whatWasLeftUnreadResetsTheConnection() {
        typing.connectTcp();
        typing.all("send alice hello", "close bob").ends(0);
        typing.type("recv alice").has("recv(4, 65536) = -1 ECONNRESET (Connection reset by peer)");
    }

    @Test
    void endsACallThatWaits() {
        typing.all("socket --as door", "bind 0", "listen", "accept &").ends(0);
        typing.type("close door").shows("close(3) = 0").ends(0);
        assertThat(typing.hears("<\\.\\.\\. accept resumed>.*"))
                .isEqualTo("<... accept resumed>) = -1 EBADF (Bad file descriptor)");
        typing.hears("  it was closed while the call waited; in C on Linux close wakes nobody,");
    }

    @Test
    void endsASendOfWhichSomeWasTaken() {
        typing.connectTcp();
        typing.all("send alice #15000000 &", "recv bob 1000", "close alice").ends(0);
        typing.hears("<\\.\\.\\. send resumed>\\) = [1-9].*");
        typing.hears("  closed while the call waited; in C on Linux close wakes nobody,.*");
        typing.type("recv bob 1000").ends(0);
        assertThat(typing.type("ladder").lines()).noneMatch(line -> line.startsWith("? where an arrow begins"));
    }

    @Test
    void ofTwoThatHadANameTheLastIsMeant() {
        typing.all("socket --as x", "socket --as a", "close a", "close x", "socket --as a", "close a")
                .ends(0);
        typing.type("close a").has("close(3) = -1 EBADF (Bad file descriptor)");
    }

    @Test
    void refusesWhatIsNoSocket() {
        typing.type("socket --as door").ends(0);
        typing.type("close window").refuses("close: \"window\" (expected: a socket: door)");
        typing.type("close door now").refuses("close: \"now\" (expected: nothing more; see  help close)");
        typing.type("close door --rest").refuses("close: \"--rest\" (expected: --reset?; for text, quote it)");
        typing.type("close 99")
                .shows("close(99) = -1 EBADF (Bad file descriptor)", "  no socket has the number 99; see  status")
                .ends(4);
        typing.type("close 99999").refuses("close: \"99999\" (expected: a socket: door)");
    }

    @Test
    void ofASocketThatWasClosedMeanwhileIsNoFaultOfTheTransports() throws IOException {
        typing.type("socket udp --as a").ends(0);
        typing.session().sockets().all().get(0).socket().close();
        typing.type("close a").shows("close(3) = -1 EBADF (Bad file descriptor)", "  somebody else has just closed it");
    }

    private static void fill(Typing typing) {
        typing.connectTcp();
        typing.all("set timeout 100ms", "options alice SO_LINGER 60").ends(0);
        assertThat(typing.type("send alice #16000000").lines().get(1))
                .contains(" of 16000000 bytes handed to the kernel");
    }

    @Test
    @Timeout(30)
    void whoLingersFreezesNothingAndCanBeLetGo() {
        fill(typing);
        typing.type("close alice", Duration.ofMillis(1))
                .shows("close(4 <unfinished ...>")
                .ends(0);
        assertThat(String.join(" ", typing.type("status").lines())).doesNotContain("alice");
        typing.type("stop 1").ends(0);
        assertThat(typing.hears("<\\.\\.\\. close resumed>.*")).endsWith(") = 0");
        typing.hears("  ended by you; the system goes on sending without it");
        assertThat(typing.session().jobs().all()).isEmpty();
    }

    @Test
    @Timeout(30)
    void whoEndsItOnceEndsTheClosesThatAreStillToCome() {
        fill(typing);
        typing.all("socket --as carol", "connect carol {door}", "accept door --as dan", "options carol SO_LINGER 60")
                .ends(0);
        typing.type("send carol #16000000");
        typing.type("close *", Duration.ofMillis(1))
                .shows("close(4 <unfinished ...>")
                .ends(0);
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("close with SO_LINGER")));
        typing.session().jobs().all().get(0).cancel();
        typing.hears("  ended by you; the system goes on sending without it");
        typing.hears("  ended by you; still open: bob \\(5\\), carol \\(6\\), dan \\(7\\)");
        assertThat(typing.session().sockets().all()).hasSize(3);
    }

    @Test
    void nothingEndsACloseThatDoesNotWait() throws IOException {
        typing.connectUdp();
        Job job = new Job("close", Origin.PROMPT, typing.ear(), false);
        job.cancel();
        assertThat(new CloseCommand().run(typing.session(), job).lines()).containsExactly("close(4) = 0");
    }

    @Test
    @Timeout(30)
    void anEndOfTheSessionWaitsForNoLingerAndIsNoCallThatATraceTells() throws IOException {
        List<SocketEvent> told = new CopyOnWriteArrayList<>();
        try (Typing leaving = new Typing()) {
            fill(leaving);
            leaving.session().traces().begin(() -> new Traced((actor, event) -> told.add(event), () -> {}));
        }
        assertThat(told).isEmpty();
    }
}
