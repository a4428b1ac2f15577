package org.sockrates.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Origin;

class JobsCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void beginsEmpty() {
        typing.type("jobs").shows("no jobs").ends(0);
        assertThat(typing.type("jobs --json").documents()).containsExactly(List.of());
    }

    @Test
    void listsServersAndCallsThatWait() {
        typing.opens("echo", "server udp 0 --quiet");
        typing.all("socket udp", "bind 0", "recv &").ends(0);
        typing.type("jobs")
                .shows("[1] server udp 127.0.0.1:{echo}", "[2] recv(3 <unfinished ...>")
                .ends(0);
        assertThat(typing.type("jobs --json").jsonList().get(1))
                .containsEntry("job", 2)
                .containsEntry("line", "recv")
                .containsEntry("waits_in", "recv(3 <unfinished ...>")
                .containsEntry("ended", false);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoWaitsForAServerThatServesAnotherIsSaid() {
        typing.opens("echo", "server tcp 0 --quiet");
        typing.all("socket tcp --as first", "connect first {echo}", "send first hi", "recv first")
                .ends(0);
        typing.type("jobs").shows("[1] server tcp 127.0.0.1:{echo}");
        typing.all("socket tcp --as second", "connect second {echo}").ends(0);
        typing.type("jobs").has("  1 connection waits there for accept: its server is busy with another, or does");
        assertThat(typing.type("status").lines())
                .anyMatch(line -> line.matches("server tcp 127\\.0\\.0\\.1:[0-9]+: 1 connection waits there .*"));
        typing.type("close first").ends(0);
        await().until(() -> typing.type("jobs").lines().size() == 1);
    }

    @Test
    void whatALabHasNotReadIsListedThoughItEnded() {
        typing.all("socket udp --as bob", "bind 0", "socket udp --as alice").ends(0);
        typing.type("recv bob &", Origin.LAB).ends(0);
        typing.type("sendto alice {bob} hello").ends(0);
        typing.session().jobs().all().get(0).await(Duration.ofSeconds(10));
        typing.type("jobs").shows("[1] recv bob (ended)");
    }

    @Test
    void takesNoOperand() {
        typing.type("jobs 1").refuses("jobs: \"1\" (expected: nothing more)");
    }
}
