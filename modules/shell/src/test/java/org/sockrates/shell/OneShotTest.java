package org.sockrates.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.testkit.Task;

class OneShotTest extends WithFolder {
    private int run(String... words) {
        return new OneShot(typing.interpreter(), typing.ear())
                .run(List.of(words).stream().map(Word::plain).toList());
    }

    @Test
    void answersTheStatusOfItsCommand() {
        assertThat(run("socket", "--as", "a")).isZero();
        assertThat(run("close", "9")).isEqualTo(4);
    }

    @Test
    void whatAnotherShellHasSplitIsOneCommand() {
        typing.all("socket udp --as a", "bind a 0", "connect a {a}").ends(0);
        assertThat(run("send", "a", "hi;", "status")).isZero();
        assertThat(typing.type("recv a").lines()).containsExactly("recv(3, \"hi; status\", 65536, 0) = 10");
    }

    @Test
    void whoMakesACallAProcessIsToldWhatASessionIs() {
        String told = "the sockets of this one command have ended with it; for more:  sockrates";
        run("socket", "--as", "a");
        assertThat(typing.news()).containsExactly(told);
        run("status");
        run("socket", "--help");
        run("close", "9");
        run("socket", "nonsense");
        run("listen");
        run("close", "a");
        assertThat(typing.news()).hasSize(1);
    }

    @Test
    void andIsToldSoAlsoWhereItTookLong() throws Exception {
        typing.all("socket udp --as a", "bind a 0", "recv a &").ends(0);
        Task<Integer> shot = Task.start(() -> run("socket", "--as", "b"));
        await().until(() -> typing.session().sockets().all().size() == 2);
        typing.type("sendto a {a} hi").ends(0);
        assertThat(shot.result()).isZero();
        assertThat(typing.news()).last().asString().startsWith("the sockets of this one command have ended");
    }

    @Test
    void waitsForACallThatWaits() throws Exception {
        typing.all("socket udp --as a", "bind a 0").ends(0);
        Task<Integer> shot = Task.start(() -> run("recv", "a"));
        await().until(() -> typing.session().sockets().all().get(0).user().isPresent());
        typing.type("sendto a {a} hi").ends(0);
        assertThat(shot.result()).isZero();
    }

    @Test
    void waitsForTheServersItStarted() throws Exception {
        Files.writeString(folder.resolve("talk"), "server udp 0\n");
        Task<Integer> shot = Task.start(() -> run("source", "talk"));
        await().until(() -> !typing.session().jobs().all().isEmpty());
        assertThat(shot.done()).isFalse();
        Job server = typing.session().jobs().all().get(0);
        server.cancel();
        assertThat(shot.result()).isZero();
        assertThat(server.ended()).isTrue();
    }

    @Test
    void leavesItsServersWhenItsFileSaysSo() throws Exception {
        Files.writeString(folder.resolve("talk"), "server udp 0\nexit\nclose 9\n");
        Task<Integer> shot = Task.start(() -> run("source", "talk"));
        assertThat(shot.result()).isZero();
        assertThat(typing.session().jobs().all().get(0).ended()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"exit, 1", "link drop 1, 0"})
    void doesNotWaitForALinkThatItsFileLeavesOrEnds(String last, int up) throws Exception {
        Files.writeString(folder.resolve("talk"), "link add udp 9\n" + last + "\n");
        Task<Integer> shot = Task.start(() -> run("source", "talk"));
        assertThat(shot.result()).isZero();
        assertThat(typing.session().relays()).hasSize(up);
    }
}
