package org.sockrates.capture.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.capture.conversation.ActorEvent;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.traffic.PassedMessage.Fate;
import org.sockrates.capture.traffic.SeenPacket;
import org.sockrates.capture.traffic.SeenTraffic;

/** Whoever takes a port that another left has no part in what was said before. */
final class LaterOwnerTest {
    private static final int PORT = 7;
    private static final int OWN = 40_004;

    @Test
    void whatAnotherReceivedIsNotHis() {
        Story story = answered();
        story.close(3).at(9).socket(5).bind(5, PORT);
        assertThat(texts(story).get(0)).contains("sendto(4,\"one\")=3", "recvfrom(3,\"one\")=3");
        assertThat(texts(story)).noneMatch(text -> text.contains("no call was seen"));

        story.at(12).sendto(4, "two", PORT).recvfrom(5, "two", OWN);
        assertThat(texts(story))
                .satisfiesExactlyInAnyOrder(
                        first -> assertThat(first).contains("\"one\"").doesNotContain("\"two\""),
                        second -> assertThat(second)
                                .contains("recvfrom(5,\"two\")=3")
                                .doesNotContain("\"one\""));
    }

    @Test
    void whatWasSentToNobodyIsNotForHim() {
        Story story = asked().at(9).socket(5).bind(5, PORT);
        assertThat(texts(story))
                .singleElement()
                .asString()
                .contains("(not ours)")
                .doesNotContain("bind(5");
    }

    @Test
    void itsPacketsAreNotHisEither() {
        Story story = answered().close(3);
        story.at(9).socket(5).bind(5, PORT).at(12).sendto(4, "later", PORT).recvfrom(5, "later", OWN);
        assertThat(texts(story, new SeenTraffic(List.of(datagram(0.085, 3), datagram(12.005, 5)))))
                .satisfiesExactly(
                        first -> assertThat(first).contains("3 bytes").doesNotContain("5 bytes", "?"),
                        second -> assertThat(second).contains("5 bytes").doesNotContain("3 bytes", "?"));
    }

    private static SeenPacket datagram(double millis, int bytes) {
        Crafted crafted = Crafted.from("127.0.0.1", OWN, "127.0.0.1", PORT).payload(bytes);
        return SeenPacket.once(1, (long) (millis * Story.MILLI), Crafted.decoded(crafted.udp()));
    }

    /** A link may hold a datagram until somebody is there. */
    @Test
    void whatWasUnderWayIsForWhoIsThereWhenItComes() {
        Story story = asked().at(9).socket(5).bind(5, PORT).recvfrom(5, "one", OWN);
        assertThat(texts(story))
                .singleElement()
                .asString()
                .contains("sendto(4,\"one\")=3", "recvfrom(5,\"one\")=3")
                .doesNotContain("no call was seen");
    }

    @Test
    void whatMetNobodyIsNotWhatWasSentAgain() {
        Story story =
                asked().at(9).socket(5).bind(5, PORT).sendto(4, "one", PORT).recvfrom(5, "one", OWN);
        assertThat(texts(story))
                .satisfiesExactly(
                        first -> assertThat(first).contains("(not ours)").doesNotContain("recvfrom(5"),
                        second -> assertThat(second)
                                .contains("sendto(4,\"one\")=3", "recvfrom(5,\"one\")=3")
                                .doesNotContain("no call was seen"));
    }

    /** The journal keeps so many events. */
    @Test
    void whoseBeginningIsForgottenHasAlwaysBeenThere() {
        Story story = new Story("udp").socket(3).bind(3, PORT).socket(4).bind(4, OWN);
        List<ActorEvent> events = story.sendto(4, "one", PORT).recv(3, "one").events();
        assertThat(Drawn.all(events.subList(2, events.size()), SeenTraffic.NONE))
                .singleElement()
                .asString()
                .contains("sendto(4,\"one\")=3", "recv(3,\"one\")=3")
                .doesNotContain("(not ours)");
    }

    @Test
    void whoHadItLastIsWhoBoundLast() {
        Story story =
                new Story("udp").socket(5).socket(3).bind(3, PORT).socket(4).bind(4, OWN);
        story.sendto(4, "one", PORT).recvfrom(3, "one", OWN).close(3);
        story.at(9).bind(5, PORT).sendto(4, "two", PORT).recvfrom(5, "two", OWN).close(5);
        story.at(12).sendto(4, "later", PORT);
        assertThat(texts(story))
                .satisfiesExactlyInAnyOrder(
                        first -> assertThat(first).contains("\"one\"").doesNotContain("\"later\""),
                        second -> assertThat(second).contains("\"two\"", "\"later\""));
    }

    @Test
    void whatAHopHeldIsForWhoIsThereWhenItComes() {
        Story story = new Story("udp").socket(4).bind(4, OWN).sendto(4, "one", 7000);
        story.at(1).passes(1, 3, Fate.DELIVERED, "delay", 12).at(9).socket(5).bind(5, 12_345);
        story.at(12.1).recvfrom(5, "one", 8000);
        assertThat(Drawn.all(story.ladders()))
                .singleElement()
                .asString()
                .contains("recvfrom(5,\"one\")=3")
                .doesNotContain("no call was seen");
    }

    @Test
    void whatAHopBroughtToNobodyIsNotHis() {
        Story story = new Story("udp").socket(4).bind(4, OWN).sendto(4, "one", 7000);
        story.at(1).passes(1, 3, Fate.DELIVERED, "", 2).at(9).socket(5).bind(5, 12_345);
        story.at(12).recv(5, "one");
        assertThat(Drawn.all(story.ladders()))
                .singleElement()
                .asString()
                .contains("sendto(4,\"one\")=3")
                .doesNotContain("recv(5");
    }

    /** The one before was there when it was sent, and gone when it came. */
    @Test
    void whoLeftMeanwhileHasNoPartInIt() {
        Story story = answered().at(5).sendto(4, "later", PORT).close(3);
        story.at(9).socket(5).bind(5, PORT).at(12.1).recvfrom(5, "later", OWN);
        assertThat(texts(story))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"one\"").doesNotContain("\"later\""),
                        second -> assertThat(second)
                                .contains("sendto(4,\"later\")=5", "recvfrom(5,\"later\")=5")
                                .doesNotContain("?"));
    }

    /** A way is first in, first out: he took the first of two that look alike, and what was under way is for the next. */
    @Test
    void ofTwoAlikeTheFirstIsWhoseWasThereFirst() {
        Story story = new Story("udp").socket(3).bind(3, PORT).socket(4).bind(4, OWN);
        story.sendto(4, "one", PORT)
                .at(5)
                .sendto(4, "one", PORT)
                .at(6)
                .recvfrom(3, "one", OWN)
                .close(3);
        theNextTakesTheOther(story);
    }

    @Test
    void whatHeTookBeforeIsNotWhatWasSentLater() {
        Story story = new Story("udp").socket(3).bind(3, PORT).socket(4).bind(4, OWN);
        story.sendto(4, "one", PORT)
                .recvfrom(3, "one", OWN)
                .at(5)
                .sendto(4, "one", PORT)
                .close(3);
        theNextTakesTheOther(story);
    }

    @Test
    void norWhereItsOwnSendingIsForgotten() {
        Story story = new Story("udp").socket(3).bind(3, PORT).socket(4).bind(4, OWN);
        int forgotten = story.events().size();
        story.sendto(4, "one", PORT)
                .recvfrom(3, "one", OWN)
                .at(5)
                .sendto(4, "one", PORT)
                .close(3);
        story.at(9).socket(5).bind(5, PORT).at(12).recvfrom(5, "one", OWN);
        List<ActorEvent> events = new ArrayList<>(story.events());
        events.remove(forgotten);
        assertThat(Drawn.all(events, SeenTraffic.NONE))
                .anySatisfy(text -> assertThat(text)
                        .contains("sendto(4,\"one\")=3", "recvfrom(5,\"one\")=3")
                        .doesNotContain("recvfrom(3"));
    }

    /** Two may have one port at once. */
    @Test
    void whatOneStillThereNeverTookIsForWhoDid() {
        Story story = new Story("udp").socket(3).bind(3, PORT).socket(4).bind(4, OWN);
        story.sendto(4, "one", PORT).at(9).socket(5).bind(5, PORT).recvfrom(5, "one", OWN);
        assertThat(texts(story))
                .singleElement()
                .asString()
                .contains("sendto(4,\"one\")=3", "recvfrom(5,\"one\")=3")
                .doesNotContain("no call was seen");
    }

    /** Who looked at all earlier ones for each would take minutes. */
    @Test
    @Timeout(20)
    void manyOneBehindTheOtherTakeNoLongerEach() {
        int count = 600;
        Story story = new Story("udp").socket(4).bind(4, OWN);
        for (int i = 0; i < count; i++) {
            story.socket(5)
                    .bind(5, PORT)
                    .sendto(4, "one", PORT)
                    .recvfrom(5, "one", OWN)
                    .close(5);
        }
        assertThat(texts(story)).hasSize(count).allMatch(text -> text.contains("recvfrom(5,\"one\")=3"));
    }

    @Test
    void soIsItsPacket() {
        Story story = answered().close(3).at(5).sendto(4, "later", PORT);
        story.at(9).socket(5).bind(5, PORT).at(12.1).recvfrom(5, "later", OWN);
        SeenPacket sent = datagram(5.005, 5);
        SeenPacket held = new SeenPacket(
                2, sent.sentNanos(), List.of(12 * Story.MILLI), Fate.DELIVERED, false, "delay", sent.packet());
        assertThat(texts(story, new SeenTraffic(List.of(datagram(0.085, 3), held))))
                .satisfiesExactly(
                        first -> assertThat(first).contains("3 bytes").doesNotContain("5 bytes", "?"),
                        second ->
                                assertThat(second).contains("5 bytes", "delay").doesNotContain("3 bytes", "?"));
    }

    private static void theNextTakesTheOther(Story story) {
        story.at(9).socket(5).bind(5, PORT).at(12).recvfrom(5, "one", OWN);
        assertThat(texts(story))
                .hasSize(2)
                .allMatch(text -> text.contains("sendto(4,\"one\")=3") && !text.contains("no call was seen"));
    }

    /** "one" is sent, and nobody is there. */
    private static Story asked() {
        return new Story("udp").socket(4).bind(4, OWN).sendto(4, "one", PORT);
    }

    /** "one" is sent, and taken by whoever has the port then. */
    private static Story answered() {
        Story story = new Story("udp").socket(3).bind(3, PORT).socket(4).bind(4, OWN);
        return story.sendto(4, "one", PORT).recvfrom(3, "one", OWN);
    }

    private static List<String> texts(Story story) {
        return Drawn.all(story.events(), SeenTraffic.NONE);
    }

    private static List<String> texts(Story story, SeenTraffic traffic) {
        return Drawn.all(story.events(), traffic);
    }
}
