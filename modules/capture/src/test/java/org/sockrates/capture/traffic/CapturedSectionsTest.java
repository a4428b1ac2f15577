package org.sockrates.capture.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.Segment;

/** Captures behind one another in a file, each of which may have both ends or one. */
final class CapturedSectionsTest {
    private final List<VantagePoint> points = new ArrayList<>();
    private final List<Packet> packets = new ArrayList<>();
    private int sections;

    @Test
    void capturesOfBothEndsOneBehindTheOtherAreBothEnds() {
        sectionOfBoth(0);
        sectionOfBoth(90);

        assertThat(read().seen().atEnds()).isTrue();
        assertThat(read().seen().packets()).extracting(SeenPacket::sentNanos).containsExactly(10L, 21L, 100L, 111L);
        assertThat(arrivals()).containsExactly(List.of(20L), List.of(31L), List.of(110L), List.of(121L));
    }

    @Test
    void inWhichOrderEachNamesItsEndsDoesNotMatter() {
        section("client", "server");
        seen("client", 10, 1);
        seen("server", 20, 1);
        section("server", "client");
        seen("client", 110, 1);
        seen("server", 120, 1);

        assertThat(read().seen().atEnds()).isTrue();
        assertThat(read().onlyPlace()).isEmpty();
        assertThat(arrivals()).containsExactly(List.of(20L), List.of(120L));
    }

    /** Nothing that one saw leave arrives in another, and who was at one end may be at the other. */
    @Test
    void eachIsByItself() {
        section("client", "server");
        seen("client", 10, 1);
        section("client", "server");
        seen("server", 100, 1);
        seen("client", 110, 1);

        assertThat(arrivals()).containsExactly(List.of(), List.of(110L));
    }

    @Test
    void aSegmentIsNotCutAsAnotherCameInPieces() {
        for (long begin : new long[] {0, 1_000}) {
            sectionOfBoth(begin);
            String place = begin == 0 ? "client" : "server";
            add(place, begin + 40, segment(begin == 0 ? 52 : 26));
        }

        assertThat(read().seen().packets())
                .filteredOn(seen -> seen.packet() instanceof Segment)
                .hasSize(1);
    }

    @Test
    void aSegmentIsCutThoughOneLikeItCameWholeInAnother() {
        for (long begin : new long[] {0, 1_000}) {
            sectionOfBoth(begin);
            add("client", begin + 40, segment(52));
            add("server", begin + 50, segment(begin == 0 ? 52 : 26));
        }

        assertThat(read().seen().packets())
                .filteredOn(seen -> seen.packet() instanceof Segment)
                .hasSize(3);
    }

    @Test
    void whereOnlySomeHaveBothEndsTheFirstNamedIsTold() {
        section("server");
        seen("server", 10, 1);
        section("client", "server");
        seen("client", 20, 2);
        seen("server", 30, 2);

        assertThat(read().seen().atEnds()).isFalse();
        assertThat(read().seen().packets()).extracting(SeenPacket::sentNanos).containsExactly(10L, 30L);
        assertThat(read().onlyPlace()).contains("server");
    }

    @Test
    void oneEndHereAndTheOtherThereAreNotBoth() {
        section("client");
        seen("client", 10, 1);
        section("server");
        seen("server", 20, 2);
        assertThat(read().onlyPlace()).contains("client");
        assertThat(read().seen().packets()).extracting(SeenPacket::sentNanos).containsExactly(10L);

        section("client", "server");
        seen("client", 30, 3);
        seen("server", 40, 3);
        assertThat(read().onlyPlace()).contains("client");
        assertThat(read().seen().packets()).extracting(SeenPacket::sentNanos).containsExactly(10L, 30L);
    }

    @Test
    void whatWasThrownAwayIsCountedWhereTheLadderLooks() {
        section("client");
        section("server", "client");
        for (String place : List.of("client", "server", "server")) {
            Packet broken = seen(place, packets.size(), 7);
            packets.set(packets.size() - 1, cut(broken));
        }
        assertThat(read().onlyPlace()).contains("client");
        assertThat(read().thrownAway()).isEqualTo(1);
        points.remove(0);
        packets.replaceAll(it -> new Packet(it.timeNanos(), it.bytes(), 0, it.interfaceNumber() - 1, ""));
        assertThat(read().onlyPlace()).isEmpty();
        assertThat(read().thrownAway()).isEqualTo(3);
    }

    @Test
    void aFileThatNamesNoPlaceIsOfNothing() {
        assertThat(read().seen().atEnds()).isFalse();
        assertThat(read().onlyPlace()).isEmpty();
    }

    /** With a question and its answer, which tell who is where. */
    private void sectionOfBoth(long begin) {
        section("client", "server");
        seen("client", begin + 10, 1);
        seen("server", begin + 20, 1);
        answer("server", begin + 21);
        answer("client", begin + 31);
    }

    private void section(String... places) {
        for (String place : places) {
            points.add(new VantagePoint(sections, place, ""));
        }
        sections++;
    }

    /** In the section begun last. */
    private Packet seen(String place, long nanos, int bytes) {
        return add(
                place,
                nanos,
                Crafted.from("10.77.0.1", 1, "10.77.0.2", 2).payload(bytes).udp());
    }

    private void answer(String place, long nanos) {
        add(place, nanos, Crafted.from("10.77.0.2", 2, "10.77.0.1", 1).udp());
    }

    private static ByteBuffer segment(int bytes) {
        return Crafted.from("10.77.0.1", 1, "10.77.0.2", 2)
                .flags(".")
                .payload(bytes)
                .tcp();
    }

    private Packet add(String place, long nanos, ByteBuffer packet) {
        int point = points.lastIndexOf(new VantagePoint(sections - 1, place, ""));
        int first = points.indexOf(new VantagePoint(0, place, ""));
        Packet added = Packet.whole(nanos, packet, point < 0 ? first : point);
        packets.add(added);
        return added;
    }

    /** One whose UDP claims more than there is. */
    private static Packet cut(Packet of) {
        return Packet.whole(of.timeNanos(), of.bytes().limit(of.bytes().limit() - 1), of.interfaceNumber());
    }

    private List<List<Long>> arrivals() {
        return read().seen().packets().stream().map(SeenPacket::arrivedNanos).toList();
    }

    private CapturedTraffic read() {
        return TwoEnds.traffic(points, packets);
    }
}
