package org.sockrates.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.Origin;

class WaitCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    private void receiving(Origin origin) {
        typing.all("socket udp --as bob", "bind 0", "socket udp --as alice").ends(0);
        typing.type("recv bob &", origin).ends(0);
    }

    @Test
    void isBackWhenTheJobHasEnded() {
        receiving(Origin.PROMPT);
        typing.type("sendto alice {bob} hello").ends(0);
        typing.type("wait").ends(0);
        typing.type("jobs").shows("no jobs");
        typing.hears("<\\.\\.\\. recv resumed>, \"hello\", 65536, 0\\) = 5");
    }

    @Test
    void aLabReadsThereWhatTheJobSaid() {
        receiving(Origin.LAB);
        typing.type("sendto alice {bob} hello").ends(0);
        typing.type("wait 1", Origin.LAB)
                .shows("<... recv resumed>, \"hello\", 65536, 0) = 5")
                .ends(0);
    }

    @Test
    void hasTheStatusOfTheJob() {
        receiving(Origin.LAB);
        typing.session().jobs().all().get(0).cancel();
        assertThat(typing.type("fg --json", Origin.LAB).ends(130).json())
                .containsEntry("job", 1)
                .containsEntry("line", "recv bob")
                .containsEntry("status", 130)
                .containsKey("lines");
    }

    @Test
    void isBackAtOnceWhenNoneRuns() {
        typing.type("wait").shows().ends(0);
        assertThat(typing.type("wait --json").json()).containsEntry("job", null);
        typing.type("wait 1s").refuses("wait: \"1s\" (expected: a job's number, as  jobs  shows it)");
        typing.type("wait 9").refuses("wait: no job runs; see  jobs");
    }

    @Test
    void saysWhatGoesOnAndHowItEnds() {
        receiving(Origin.PROMPT);
        LineInterpreter.Started waiting = typing.interpreter().start("wait 1", Origin.PROMPT, typing.ear());
        await().until(() -> typing.ear().results().contains("  job 1 goes on: recv bob; Ctrl-C ends it"));
        waiting.job().cancel();
    }

    /** There Ctrl-C ends something else. */
    @Test
    void whoWaitsBesideThePromptSaysNothingOfCtrlC() {
        receiving(Origin.PROMPT);
        typing.type("wait 1 &").shows("[2] wait 1").ends(0);
        assertThat(typing.news()).noneMatch(line -> line.contains("Ctrl-C"));
        typing.type("stop 1").ends(0);
    }

    @Test
    void endsTheJobWhenItIsEnded() {
        receiving(Origin.PROMPT);
        LineInterpreter.Started waiting = typing.interpreter().start("wait 1", Origin.PROMPT, typing.ear());
        await().until(() -> typing.type("jobs").lines().contains("[1] recv(3 <unfinished ...>"));
        waiting.job().cancel();
        assertThat(waiting.job().await(Duration.ofSeconds(10))).isTrue();
        assertThat(waiting.job().status()).isEqualTo(130);
        typing.type("jobs").shows("no jobs");
    }

    @Test
    void saysWhichJobThereIsNot() {
        receiving(Origin.PROMPT);
        typing.type("wait 2").refuses("wait: \"2\" (expected: a job that runs; see  jobs)");
        typing.type("wait 0").refuses("wait: \"0\" (expected: a whole number from 1 to 9999)");
        typing.type("wait 1 2").refuses("wait: \"2\" (expected: nothing more; see  help wait)");
    }
}
