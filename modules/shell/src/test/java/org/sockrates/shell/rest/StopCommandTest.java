package org.sockrates.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Origin;

class StopCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void aWaitingCallEndsAndItsSocketLivesOn() {
        typing.all("socket udp", "bind 0", "recv &").ends(0);
        typing.type("stop 1").shows("[1] recv: ended").ends(0);
        typing.hears("<\\.\\.\\. recv resumed>\\) = -1 EINTR \\(Interrupted system call\\)");
        typing.type("jobs").shows("no jobs");
        assertThat(typing.session().sockets().all()).hasSize(1);
    }

    @Test
    void withoutANumberItEndsTheLast() {
        typing.opens("one", "server udp 0 --quiet");
        typing.opens("two", "server udp 0 --quiet");
        typing.type("stop").shows("[2] server udp 127.0.0.1:{two}: ended").ends(0);
        typing.type("jobs").shows("[1] server udp 127.0.0.1:{one}");
        typing.hears("server udp 127\\.0\\.0\\.1:{two} served: peers 0, messages 0, bytes in 0, out 0");
    }

    @Test
    void endsAllServersOrEverything() {
        typing.opens("one", "server udp 0 --quiet");
        typing.all("socket udp", "bind 0", "recv &").ends(0);
        typing.opens("two", "server tcp 0 --quiet");
        typing.type("stop server")
                .shows("[1] server udp 127.0.0.1:{one}: ended", "[3] server tcp 127.0.0.1:{two}: ended")
                .ends(0);
        typing.type("stop server").refuses("stop: no server runs; see  jobs");
        typing.type("stop *").shows("[2] recv: ended").ends(0);
        typing.type("stop *").refuses("stop: no job runs; see  jobs");
    }

    @Test
    void aLabReadsThereWhatTheJobSaid() {
        typing.all("socket udp", "bind 0").ends(0);
        typing.type("recv &", Origin.LAB).ends(0);
        assertThat(typing.type("stop 1", Origin.LAB).lines())
                .startsWith("[1] recv: ended", "<... recv resumed>) = -1 EINTR (Interrupted system call)");
    }

    @Test
    void aProgramGetsTheJobs() {
        typing.opens("one", "server udp 0 --quiet");
        assertThat(typing.type("stop --json").jsonList().get(0))
                .containsEntry("job", 1)
                .containsEntry("line", "server udp 127.0.0.1:" + typing.port("one"))
                .containsEntry("ended", true)
                .containsEntry("lines", List.of());
    }

    @Test
    void saysWhatCannotBeMeant() {
        typing.type("stop").refuses("stop: no job runs; see  jobs");
        typing.opens("one", "server udp 0 --quiet");
        typing.type("stop 2").refuses("stop: \"2\" (expected: a job that runs; see  jobs)");
        typing.type("stop all").refuses("stop: \"all\" (expected: a job's number, server, or *; see  jobs)");
        typing.type("stop 1 2").refuses("stop: \"2\" (expected: nothing more; see  help stop)");
    }
}
