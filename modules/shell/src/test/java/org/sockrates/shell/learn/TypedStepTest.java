package org.sockrates.shell.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.ladder.Drawing;
import org.sockrates.transport.testkit.Ipv6;

/** A lab whose commands a student types himself. */
class TypedStepTest extends WithCourse {
    @BeforeEach
    void add() throws IOException {
        course.add("03-wait.lab", """
                tcp> server tcp 0 &
                ...
                tcp> stop *
                ...
                """);
    }

    @Test
    void countsAsDoneAndCapturesWhatLaterStepsNeed() {
        typing.type("lab start 01").ends(0);
        typing.type("lab show")
                .shows("a door", "  0 of 3 steps are done", "# A door first.", "the next step:  udp> socket --as door")
                .ends(0);
        typing.type("socket  --as door")
                .shows("socket(AF_INET, SOCK_DGRAM, 0) = 3 (door)")
                .ends(0);
        typing.type("bind door 0").has("Which port does door get?").ends(0);
        typing.type("bind door 0").has("bind(3, 127.0.0.1:0) = 0").ends(0);
        int port = typing.port("door");
        typing.type("lab")
                .has("  2 of 3 steps are done", "the next step:  udp> sendto door " + port + " hello")
                .ends(0);
        typing.type("sendto door " + port + " hello")
                .has("remember: A door is a socket.")
                .ends(0);
        typing.type("lab show").has("remember: A door is a socket.").ends(0);
    }

    @Test
    void isTheLabsInOtherWordsToo() throws IOException {
        course.add("05-words.lab", """
                udp> socket --as a
                ...
                udp> bind a localhost 0
                bind(*) = 0 (glob)
                  the system chose port {port}
                udp> socket --as b
                ...
                udp> connect b localhost {port}
                ...
                udp> send b two words
                ...
                udp> recvfrom a
                ...
                udp> send b b
                ...
                """);
        typing.all("lab start 05", "use udp", "sock --as=a", "bind 127.0.0.1 0", "SOCKET --as b")
                .ends(0);
        int port = typing.port("a");
        typing.type("connect " + port).ends(0);
        typing.type("send b two words").ends(0);
        typing.type("recvfrom 3").ends(0);
        typing.type("lab").has("  6 of 7 steps are done");
        typing.type("send b x").ends(0);
        typing.type("lab").has("  6 of 7 steps are done");
        typing.type("send b").ends(0);
        typing.type("lab").has("the lab is at its end;  labs  lists the others");
    }

    @Test
    void theLoopbackAddressIsLocalhostOfIpv6Too() throws IOException {
        Ipv6.needed();
        course.add("08-six.lab", """
                tcp> set family ipv6
                ...
                tcp> socket --as a
                ...
                tcp> bind a localhost 0
                ...
                """);
        typing.all("lab start 08", "set family ipv6", "socket --as a", "bind ::1 0")
                .ends(0);
        typing.type("lab").has("the lab is at its end;  labs  lists the others");
    }

    @Test
    void isNotALineThatMeansAnotherSocketOrOtherData() throws IOException {
        course.add("07-others.lab", """
                udp> socket --as a
                ...
                udp> bind . 0
                ...
                  the system chose port {port}
                udp> socket --as b
                ...
                udp> ladder b
                ...
                udp> sendto a localhost {port} b
                ...
                udp> recvfrom a 4
                ...
                """);
        typing.all("lab start 07", "use udp", "socket --as a", "bind 3 0", "socket --as b")
                .ends(0);
        int port = typing.port("a");
        typing.type("ladder");
        typing.type("lab").has("  3 of 6 steps are done");
        typing.type("ladder 4");
        typing.type("lab").has("  4 of 6 steps are done");
        typing.type("sendto a " + port + " 4").ends(0);
        typing.type("lab").has("  4 of 6 steps are done");
        typing.type("sendto 3 " + port + " b").ends(0);
        typing.type("lab").has("  5 of 6 steps are done");
        typing.type("recvfrom a 5").ends(0);
        typing.type("lab").has("  5 of 6 steps are done");
        typing.type("recvfrom 3 4").ends(0);
        typing.type("lab").has("the lab is at its end;  labs  lists the others");
    }

    @Test
    void beginsWithNothingOpenWhateverJobsAreStillOpening() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            many.append("socket\n");
        }
        Files.writeString(folder.resolve("many"), many);
        for (int i = 0; i < 3; i++) {
            typing.type("source many &");
            typing.type("lab start 01").ends(0);
            typing.type("socket --as door").has("socket(AF_INET, SOCK_DGRAM, 0) = 3 (door)");
            typing.type("lab leave").ends(0);
        }
    }

    @Test
    void isOnlyTheNextOne() {
        typing.type("lab start 01").ends(0);
        typing.type("status").ends(0);
        typing.type("lab").has("  0 of 3 steps are done");
        typing.type("socket --as door").ends(0);
        typing.type("bind door 0 --json").ends(0);
        typing.type("lab").has("  1 of 3 steps are done");
    }

    @Test
    void isNotedWhereItIsAnotherOfTheLab() {
        typing.type("lab start 01").ends(0);
        typing.type("status").ends(0);
        assertThat(typing.news()).isEmpty();
        typing.type("bind door 0");
        assertThat(typing.news()).contains("(not the lab's next step, which  lab show  tells)");
        typing.type("socket --as door").ends(0);
        assertThat(typing.news()).hasSize(1);
        typing.type("socket --as door");
        assertThat(typing.news()).hasSize(2);
    }

    @Test
    void hasTheNumbersItWouldHaveAloneWhateverIsOpenBesideIt() {
        typing.type("lab start 01").ends(0);
        typing.type("socket --as mine")
                .shows("socket(AF_INET, SOCK_DGRAM, 0) = 20 (mine)")
                .ends(0);
        assertThat(typing.news()).contains("(not the lab's next step, which  lab show  tells)");
        typing.type("socket --as door")
                .has("socket(AF_INET, SOCK_DGRAM, 0) = 3 (door)")
                .ends(0);
        typing.type("lab leave")
                .shows("a door: left; what it had set is as it was, and what is open stays open")
                .ends(0);
        typing.type("socket --as other")
                .has("socket(AF_INET, SOCK_STREAM, 0) = 4 (other)")
                .ends(0);
        typing.type("lab next").refuses("lab: none was begun (expected: lab start LAB first); see  labs");
    }

    @Test
    void isAskedAboutFirstAndExplainedThoughNobodyAnswered() {
        typing.all("lab start 01", "lab next", "lab show").ends(0);
        typing.type("bind door 0").has("  because: port 0 means any").ends(0);
        typing.type("lab").has("  2 of 3 steps are done");
    }

    @Test
    void goesOnBesideWhereTheLabLetsIt() {
        typing.all("lab start 03", "server tcp 0").ends(0);
        typing.all("stop *", "server tcp 0 &").ends(0);
        typing.type("lab").has("  1 of 2 steps are done");
        typing.type("lab next").has("tcp> stop *").ends(0);
    }

    @Test
    void endsAtOnceWhenItIsEndedThoughItWouldBeTriedAgain() throws IOException {
        course.add("04-again.lab", """
                udp> socket --as a
                ...
                udp> bind a 0
                ...
                udp> recvfrom a
                (eventually 60s)
                recvfrom(*) = 1 (glob)
                """);
        typing.all("lab start 04", "use udp", "lab next", "lab next").ends(0);
        typing.type("recvfrom a &").ends(0);
        typing.type("lab next &").ends(0);
        for (String line : List.of("lab show", "lab start 03")) {
            typing.type(line).refuses("lab: a step is at work (expected: its end); see  jobs");
        }
        typing.type("stop *").ends(0);
        typing.type("lab show")
                .has("the lab is at its end;  labs  lists the others")
                .ends(0);
    }

    @Test
    void aQuestionThatIsLeftIsNotOpenAnyMore() {
        typing.all("lab start 01", "lab next", "lab next", "lab leave").ends(0);
        typing.type("predict 1").refuses("predict: nothing was asked (expected: a lab's question);  lab next  goes on");
    }

    @Test
    void aProgramIsAskedToo() {
        typing.all("lab start 01", "lab next").ends(0);
        assertThat(String.valueOf(typing.type("lab show --json").json().get("asked")))
                .contains("Which port does door get?");
    }

    @Test
    void isShownInAsciiWhereTheTerminalHasNothingElse() throws IOException {
        String line = "sim rdt-sw --count 2 --ladder";
        course.add(
                "06-drawn.lab",
                "---\nschema: sockrates/lab/1\ntitle: drawn\n---\nudp> " + line + "\n...\n*▶* (glob+)\n...\n");
        typing.session().defaults().drawing(Drawing.ASCII);
        List<String> own = typing.type(line).ends(0).lines();
        assertThat(own).anyMatch(drawn -> drawn.contains("->"));
        typing.type("lab start 06").ends(0);
        assertThat(typing.type(line + " --timeless").lines()).noneMatch(drawn -> drawn.contains("▶"));
        assertThat(typing.type("lab next").ends(0).lines()).containsSequence(own);
    }

    @Test
    void drawsTheSameInEveryTerminal() throws IOException {
        String line = "sim rdt-sw --count 2 --ladder";
        course.add("06-drawn.lab", "---\nschema: sockrates/lab/1\ntitle: drawn\n---\nudp> " + line + "\n...\n");
        typing.session().defaults().width(120);
        assertThat(typing.type(line).lines()).anyMatch(drawn -> drawn.length() > 80);
        typing.type("lab start 06").ends(0);
        assertThat(typing.type(line).ends(0).lines())
                .allMatch(drawn -> drawn.length() <= 80)
                .contains("the lab is at its end;  labs  lists the others");
    }
}
