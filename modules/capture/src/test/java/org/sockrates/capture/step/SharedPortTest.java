package org.sockrates.capture.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.conversation.ActorEvent;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.ladder.LadderStyle;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
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
        SeenPacket asks = SeenPacket.once(
                1,
                (long) (3.1 * Story.MILLI),
                Decoded.of(Packet.whole(
                        0,
                        Crafted.from("127.0.0.1", OWN, "127.0.0.1", PORT)
                                .flags("S")
                                .tcp(),
                        0)));
        assertThat(Ladders.all(events, List.of(), new SeenTraffic(List.of(asks)), SocketNames.NONE))
                .satisfiesExactly(
                        ours -> assertThat(text(ours)).contains("refused").doesNotContain("S 0"),
                        theirs -> assertThat(text(theirs)).contains("connect(4)=0", "S 0"));
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
        SeenPacket refused = SeenPacket.once(
                1,
                (long) (1.005 * Story.MILLI),
                Decoded.of(Packet.whole(
                        0,
                        Crafted.from("127.0.0.1", OWN - 1, "127.0.0.1", PORT + 1)
                                .flags("S")
                                .tcp(),
                        0)));
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
        assertThat(heads(story.events(), new SeenTraffic(List.of(syn(1.005, OWN - 1), syn(9.005, OWN)))))
                .satisfiesExactly(
                        refused -> assertThat(refused).doesNotContain("socket"),
                        last -> assertThat(last).contains("socket 4", "socket 5"));
    }

    private static SeenPacket syn(double millis, int from) {
        ByteBuffer bytes =
                Crafted.from("127.0.0.1", from, "127.0.0.1", PORT).flags("S").tcp();
        return SeenPacket.once(1, (long) (millis * Story.MILLI), Decoded.of(Packet.whole(0, bytes, 0)));
    }

    private static Story refused() {
        return new Story("rdt-gbn").at(1).socket(4).connectFails(4, PORT, Errno.ECONNREFUSED);
    }

    private static List<String> heads(List<ActorEvent> events, SeenTraffic traffic) {
        return Ladders.all(events, List.of(), traffic, SocketNames.NONE).stream()
                .map(ladder -> ladder.render(LadderStyle.USUAL.timeless()).get(0))
                .toList();
    }

    private static String text(Ladder ladder) {
        return String.join("\n", ladder.render(LadderStyle.USUAL.timeless()));
    }
}
