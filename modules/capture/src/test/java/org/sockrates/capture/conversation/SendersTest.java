package org.sockrates.capture.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.step.Drawn;
import org.sockrates.capture.step.Stories;
import org.sockrates.capture.step.Story;
import org.sockrates.capture.traffic.PassedMessage.Fate;

/** What {@code recv} takes on a socket that is not connected: it does not tell from whom. */
class SendersTest {
    private static List<String> drawn(Story story) {
        return Drawn.all(story.ladders());
    }

    @Test
    void whatWasSentHasArrived() {
        Story story = Stories.udp().sendto(4, "hello", 12345).recv(3, "hello");

        assertThat(drawn(story))
                .singleElement()
                .asString()
                .containsPattern("send.*├─+ \"hello\" ─+▶│ recv\\(3,\"hello\"\\)=5")
                .doesNotContain("?");
    }

    @Test
    void eachIsOneSendersAndNoOthers() {
        Story story = Stories.udp().socket(5);
        story.sendto(4, "one", 12345).sendto(5, "two", 12345).sendto(4, "one", 12345);
        story.recv(3, "one").recv(3, "two").recvfrom(3, "one", 40_004);

        assertThat(drawn(story)).hasSize(2).noneMatch(ladder -> ladder.contains("?"));
        assertThat(drawn(story).get(0)).contains("recv(3,\"one\")=3").doesNotContain("two");
        assertThat(drawn(story).get(1)).contains("recv(3,\"two\")=3").doesNotContain("one");
    }

    /** Both say the same; the first that came is the first that is taken. */
    @Test
    void whoseAddressWasToldTakesNoOthersDatagram() {
        Story story = Stories.udp().socket(5);
        story.sendto(4, "same", 12345).sendto(5, "same", 12345);
        story.recvfrom(3, "same", 40_004).recv(3, "same");

        assertThat(drawn(story)).hasSize(2).noneMatch(ladder -> ladder.contains("?"));
        assertThat(drawn(story).get(1)).contains("recv(3,\"same\")=4");
    }

    @Test
    void whatAHopSentOnIsItsSenders() {
        Story story = Stories.udp().at(1).sendto(4, "hello", 7000);
        story.at(1.1).passes(1, 5, Fate.DELIVERED, "", 3).at(4).recv(3, "hello");

        assertThat(drawn(story))
                .singleElement()
                .asString()
                .containsPattern("▶│ recv\\(3,\"hello\"\\)=5")
                .doesNotContain("?");
    }

    @Test
    void whatASocketSendsToItselfIsDrawnAsIfItWereTold() {
        Story told = Stories.udp().unbound(4).sendto(4, "me", 40_004).recvfrom(4, "me", 40_004);
        Story silent = Stories.udp().unbound(4).sendto(4, "me", 40_004).recv(4, "me");

        assertThat(drawn(silent))
                .hasSameSizeAs(drawn(told))
                .singleElement()
                .asString()
                .contains("recv(4,\"me\")=2");
        assertThat(drawn(silent).get(0).contains("?"))
                .isEqualTo(drawn(told).get(0).contains("?"));
    }

    @Test
    void whatCameBeforeItsReceiverIsNotTakenByIt() {
        Story story = Stories.udp().sendto(4, "hello", 12345).close(3);
        story.socket(3).bind(3, 12345).socket(5).sendto(5, "hello", 12345).recv(3, "hello");

        assertThat(drawn(story)).hasSize(2);
        assertThat(drawn(story).get(0)).contains("\"hello\" ┄").doesNotContain("recv(");
        assertThat(drawn(story).get(1)).contains("▶│ recv(3,\"hello\")=5");
    }

    @Test
    void ofWhomNobodySawIsNobodys() {
        Story story = Stories.udp().sendto(4, "hello", 12345).recv(3, "HELLO, you");

        assertThat(drawn(story)).singleElement().asString().contains("\"hello\" ┄", "?│");
    }

    /** Two sockets may share a port (SO_REUSEPORT), and the system chooses. */
    @Test
    void whichOfTwoAtOneAddressItWasForNobodySaw() {
        Story story = Stories.udp().socket(6).bind(6, 12345).sendto(4, "hello", 12345);

        assertThat(String.join("", drawn(story.recv(3, "hello")))).doesNotContain("recv(");
        assertThat(String.join("", drawn(story.close(6).recv(3, "hello")))).doesNotContain("recv(");
    }

    @Test
    void whoHadTheAddressBeforeDoesNotShareIt() {
        Story story =
                new Story("udp").socket(6).bind(6, 12345).close(6).socket(3).bind(3, 12345);
        story.socket(4).bind(4, 40_004).sendto(4, "hello", 12345).recv(3, "hello");

        assertThat(String.join("", drawn(story))).contains("recv(3,\"hello\")=5");
    }

    @Test
    void whoseOfTwoThatSayTheSameItWasNobodyKnows() {
        Story story = Stories.udp()
                .socket(5)
                .sendto(4, "same", 12345)
                .sendto(5, "same", 12345)
                .recv(3, "same");

        assertThat(String.join("", drawn(story))).contains("recv(3").doesNotContain("▶");
        assertThat(String.join("", drawn(story.recv(3, "same")))).doesNotContain("▶");
    }
}
