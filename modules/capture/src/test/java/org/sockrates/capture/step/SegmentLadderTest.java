package org.sockrates.capture.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.capture.analysis.Scenarios;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.ladder.Drawing;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.ladder.LadderStyle;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.traffic.PassedMessage.Fate;
import org.sockrates.capture.traffic.SeenPacket;
import org.sockrates.capture.traffic.SeenTraffic;
import org.sockrates.transport.testkit.Property;

final class SegmentLadderTest {
    static Stream<String> names() {
        return SegmentStories.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void drawsEachStoryAsItsPicture(String name) throws IOException {
        assertThat(Drawn.picture(SegmentStories.all().get(name))).isEqualTo(picture(name + ".txt"));
    }

    @Test
    void showsTimesWhereTheyAreWanted() throws IOException {
        assertThat(text(hello().render(LadderStyle.USUAL.withWidth(100)))).isEqualTo(picture("hello-times.txt"));
    }

    @Test
    void fitsSixtyColumnsOfAscii() throws IOException {
        assertThat(text(hello().render(LadderStyle.USUAL.withWidth(60).with(Drawing.ASCII))))
                .isEqualTo(picture("hello-ascii-60.txt"));
    }

    @Test
    void whatIsDamagedIsSaidToBeHoweverLittleRoomThereIs() {
        Ladder ladder = SegmentStories.all().get("waiting-and-damaged").get(0);
        for (int width : new int[] {60, 70, 80, 100}) {
            assertThat(ladder.render(LadderStyle.USUAL.withWidth(width)).get(1)).contains("1:21", "corrupt");
        }
    }

    @Test
    void writesMermaid() throws IOException {
        assertThat(text(hello().mermaid(false))).isEqualTo(picture("hello.mermaid"));
        assertThat(hello().mermaid(true))
                .contains(
                        "    Note left of L: 10.0 ms connect(4)=0",
                        "    L->>R: S 0 20.0 ms",
                        "    Note over R: 80.0 ms arrives P. 1#58;6(5) ack 1");
        assertThat(SegmentStories.all().get("given-up-data").get(0).mermaid(false))
                .containsSubsequence(
                        "    Note left of L: recv(4)=-1 ETIMEDOUT", "    Note left of L: ESTAB -#62; CLOSED");
    }

    @Test
    void tellsItInWords() throws IOException {
        LadderStyle words = LadderStyle.USUAL.with(Drawing.WORDS).withWidth(100);
        assertThat(text(hello().render(words))).isEqualTo(picture("hello-words.txt"));
    }

    @Test
    void leavesOutTheCallsWhereOnlySegmentsAreWanted() throws IOException {
        Ladder segments = SegmentStories.hello(false).get(0);

        assertThat(text(segments.render(LadderStyle.USUAL.timeless()))).isEqualTo(picture("hello-segments.txt"));
    }

    @Test
    void everyScenarioOfACaptureHasALadder() {
        for (String name : Scenarios.names()) {
            List<Ladder> ladders = SegmentStories.captured(name);
            assertThat(ladders).as(name).hasSize(name.equals("ports-reused") ? 2 : 1);
            assertThat(ladders.get(0).render(LadderStyle.USUAL)).hasSizeGreaterThan(3);
        }
    }

    @Test
    void nothingEscapesIntoMermaid() {
        SeenPacket lost = new SeenPacket(
                1,
                0,
                List.of(),
                Fate.LOST,
                false,
                "loss;\n end %% <script> #35; \u202e",
                Crafted.from("10.77.0.1", 1, "10.77.0.2", 2)
                        .flags("P.")
                        .payload(1)
                        .segment());
        List<String> lines = Ladders.all(new SeenTraffic(List.of(lost)), Patience.ENDLESS)
                .get(0)
                .mermaid(false);

        assertThat(lines)
                .element(3)
                .isEqualTo("    L-xR: P. 1#58;2(1) ack 1 (loss#59;#92;n #101;nd #37;#37; #60;script#62; "
                        + "#35;35#59; #92;u202e)");
    }

    @Test
    void standsWhateverWasSeen() {
        Property.forAll(300, draw -> {
            List<SeenPacket> packets = new ArrayList<>();
            for (int i = draw.between(0, 60); i > 0; i--) {
                Crafted crafted = draw.chance(0.5)
                        ? Crafted.from("10.77.0.1", draw.between(1, 3), "10.77.0.2", 7)
                        : Crafted.from("10.77.0.2", 7, "10.77.0.1", draw.between(1, 3));
                crafted.flags(draw.oneOf(List.of("S", "S.", ".", "P.", "F.", "R.", "R", "FSRP.UEW", "")));
                crafted.sequence(draw.between(0, 50)).acknowledgment(draw.between(0, 50));
                crafted.payload(draw.between(0, 20)).window(draw.between(0, 2));
                List<Long> arrived = new ArrayList<>();
                for (int copy = draw.between(0, 3); copy > 0; copy--) {
                    arrived.add((long) draw.between(0, 1_000));
                }
                packets.add(new SeenPacket(
                        i,
                        draw.between(0, 1_000),
                        arrived,
                        draw.oneOf(List.of(Fate.values())),
                        draw.chance(0.1),
                        draw.chance(0.5) ? "" : "loss \u001b5%",
                        crafted.segment()));
            }
            Drawing drawing = draw.oneOf(List.of(Drawing.values()));
            LadderStyle style = new LadderStyle(draw.between(60, 150), drawing, draw.chance(0.5), draw.between(2, 60));
            Story story = new Story("tcp").door(3, 7).socket(4);
            story.connect(4, 1, 7)
                    .accept(3, 5, 1)
                    .send(4, "hello")
                    .recv(5, "hel")
                    .close(4);
            for (Ladder ladder : Drawn.ladders(story.events(), new SeenTraffic(packets))) {
                assertThat(ladder.render(style))
                        .allMatch(line -> line.length() <= style.width())
                        .allMatch(line -> line.chars().noneMatch(Character::isISOControl));
                assertThat(ladder.mermaid(true)).allMatch(line -> line.chars().noneMatch(Character::isISOControl));
            }
        });
    }

    /** Of which one program may send as many as it likes; a look at all of them for each would take minutes. */
    @Test
    @Timeout(60)
    void manyFinsTakeNoLongerEach() {
        int count = 60_000;
        List<SeenPacket> packets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Crafted fin = Crafted.from("10.77.0.1", 1, "10.77.0.2", 2).sequence(i);
            packets.add(SeenPacket.once(i + 1, i, fin.flags("F.").segment()));
        }

        assertThat(Ladders.all(SeenTraffic.atOnePlace(packets), Patience.ENDLESS))
                .singleElement()
                .extracting(ladder -> ladder.rows().size())
                .isEqualTo(count);
    }

    private static Ladder hello() {
        return SegmentStories.hello().get(0);
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static String picture(String name) throws IOException {
        return Drawn.file("segments/" + name);
    }
}
