package org.sockrates.shell.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How a lab finds a session, and how it leaves it. */
class LabStageTest extends WithCourse {
    @Test
    void whatWasDoneBeforeIsForgotten() throws IOException {
        course.add("03-server.lab", """
                tcp> server tcp 0 --quiet
                server tcp {at}: echo, iterative (job 1)
                """);
        typing.type("server 0 --quiet").ends(0);
        typing.type("recv 7").ends(4);
        typing.all("lab start 03", "lab next", "lab reset", "lab next").ends(0);
        assertThat(typing.session().journal().entries())
                .as("only what the lab's server has done")
                .allMatch(entry -> entry.actor().equals("server 1"));
        typing.type("why").shows("no call has failed;  why *  lists the figures of compare");
    }

    @Test
    void resetBeginsAgainAndEndsWhatIsLeft() {
        typing.all("lab start 01", "lab next", "server udp 0 --quiet", "link add udp 9")
                .ends(0);
        typing.type("lab reset").has("a door").ends(0);
        assertThat(typing.session().sockets().all()).isEmpty();
        typing.type("jobs").shows("no jobs");
        typing.type("link").shows("no links");
        typing.type("lab next").has("socket(AF_INET, SOCK_DGRAM, 0) = 3 (door)").ends(0);
    }

    @Test
    void whatTheStudentHadSetComesBackAtTheEnd() {
        typing.all("set timeout 3s", "set seed 9", "lab start 01").ends(0);
        assertThat(typing.type("set --json").json())
                .containsEntry("transport", "udp")
                .containsEntry("timeout", "5s");
        typing.all("lab next", "lab next", "lab next", "lab next").ends(0);
        assertThat(typing.type("set --json").json())
                .containsEntry("transport", "tcp")
                .containsEntry("timeout", "3s")
                .containsEntry("seed", 9);
    }

    @Test
    void aLabNamesFilesOfItsFolderAndNoOther() throws IOException {
        course.add("word.txt", "hello");
        course.add("03-files.lab", "> socket udp --as a\n...\n> sendto a 9 file:word.txt\n...\n");
        typing.all("lab start 03", "lab next").ends(0);
        typing.type("lab next")
                .has("sendto(3, \"hello\", 5, 0, 127.0.0.1:9) = 5")
                .ends(0);
        course.add("04-leak.lab", "> socket udp --as a\n...\n> sendto a 9 file:../../secret.txt\n...\n");
        assertThat(typing.type("lab start 04").ends(3).troubles())
                .singleElement()
                .asString()
                .endsWith("leads out with .. (expected: a path inside the lab's folder)");
    }
}
