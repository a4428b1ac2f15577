package org.sockrates.capture.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.conversation.ActorEvent;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.traffic.SeenPacket;
import org.sockrates.capture.traffic.SeenTraffic;
import org.sockrates.transport.Errno;

/** A port of TCP is none of UDP's, whatever stream travels over it. */
final class SharedPortTest {
    private static final int PORT = 7;
    private static final int OWN = 40_004;

    @Test
    void whoListensOverTheOtherIsNotWhomItAsked() {
        List<ActorEvent> events = new ArrayList<>(new Story("tcp").door(3, PORT).events());
        events.addAll(refused().events());
        assertThat(heads(events, SeenTraffic.NONE)).singleElement().asString().contains("(not ours)");
    }

    @Test
    void itsSegmentsAreNotOfTheOther() {
        List<ActorEvent> events = new ArrayList<>(refused().events());
        events.addAll(new Story("tcp")
                .at(3)
                .by("client 1")
                .socket(4)
                .connect(4, OWN, PORT)
                .events());
        SeenPacket asks = syn(3.1, OWN, PORT);
        assertThat(Drawn.all(events, new SeenTraffic(List.of(asks))))
                .satisfiesExactly(
                        ours -> assertThat(ours).contains("refused").doesNotContain("S 0"),
                        theirs -> assertThat(theirs).contains("connect(4)=0", "S 0"));
    }

    /** Ladders stand in the order in which the two met, and a refusal elsewhere is no meeting. */
    @Test
    void whoWasRefusedElsewhereBeforeHasNotMetTheOtherThen() {
        Story story = new Story("tcp")
                .socket(3)
                .at(1)
                .connectFails(3, PORT + 1, Errno.ECONNREFUSED)
                .at(9)
                .connect(3, OWN, PORT);
        SeenPacket refused = syn(1.005, OWN - 1, PORT + 1);
        assertThat(heads(story.events(), new SeenTraffic(List.of(refused))))
                .satisfiesExactly(
                        first -> assertThat(first).doesNotContain("socket 3"),
                        last -> assertThat(last).contains("socket 3"));
    }

    @Test
    void whoWasRefusedThereBeforeMetItOnlyAtLast() {
        Story story = new Story("tcp")
                .socket(4)
                .at(1)
                .connectFails(4, PORT, Errno.ECONNREFUSED)
                .door(3, PORT)
                .at(9)
                .connect(4, OWN, PORT)
                .accept(3, 5, OWN);
        assertThat(heads(story.events(), new SeenTraffic(List.of(syn(1.005, OWN - 1, PORT), syn(9.005, OWN, PORT)))))
                .satisfiesExactly(
                        refused -> assertThat(refused).doesNotContain("socket"),
                        last -> assertThat(last).contains("socket 4", "socket 5"));
    }

    private static SeenPacket syn(double millis, int from, int to) {
        Crafted syn = Crafted.from("127.0.0.1", from, "127.0.0.1", to).flags("S");
        return SeenPacket.once(1, (long) (millis * Story.MILLI), syn.segment());
    }

    private static Story refused() {
        return new Story("rdt-gbn").at(1).socket(4).connectFails(4, PORT, Errno.ECONNREFUSED);
    }

    private static List<String> heads(List<ActorEvent> events, SeenTraffic traffic) {
        return Drawn.all(events, traffic).stream()
                .map(drawn -> drawn.lines().findFirst().orElse(""))
                .toList();
    }
}
