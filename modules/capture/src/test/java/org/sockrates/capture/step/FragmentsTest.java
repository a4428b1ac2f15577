package org.sockrates.capture.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.capture.conversation.Observed;
import org.sockrates.capture.conversation.PacketTalk;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.Datagram;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Flow;
import org.sockrates.capture.packet.Fragment;
import org.sockrates.capture.packet.IpProtocol;
import org.sockrates.capture.packet.OtherPacket;
import org.sockrates.capture.traffic.PassedMessage.Fate;
import org.sockrates.capture.traffic.Reassembly;
import org.sockrates.capture.traffic.SeenPacket;
import org.sockrates.capture.traffic.SeenTraffic;

/** A datagram in fragments is one crossing. */
final class FragmentsTest {
    private static final long MILLI = 1_000_000;
    private static final int CARRIED = 1_480;

    private final List<SeenPacket> packets = new ArrayList<>();
    private ByteBuffer whole =
            Crafted.from("10.77.0.1", 40_004, "10.77.0.2", 9).payload(3_000).udp();
    private String transport = "udp";

    @Test
    void arrivesWhenTheLastOfItsFragmentsHas() {
        piece(0, 7, 0, "delay", 20);
        piece(1, 7, 1, "delay,reorder", 90);
        piece(2, 7, 2, "delay", 21);

        assertThat(drawn()).containsExactly("0 > 3000 bytes in 3 fragments delay,reorder arrives 90");
    }

    @Test
    void isLostWithAnyOfThem() {
        piece(0, 7, 0, "", 20);
        lost(1, 7, 1, "drop 2nd");
        piece(2, 7, 2, "", 21);
        assertThat(drawn()).containsExactly("0 > 3000 bytes in 3 fragments lost fragment 2: drop 2nd");

        packets.set(0, seen(0, 7, 0, Fate.LOST, "loss"));
        assertThat(drawn()).containsExactly("0 > 3000 bytes in 3 fragments lost 2 of 3 fragments: loss,drop 2nd");

        packets.set(2, seen(2, 7, 2, Fate.LOST, "loss"));
        assertThat(drawn()).containsExactly("0 > 3000 bytes in 3 fragments lost loss,drop 2nd");
    }

    @Test
    void isOnItsWayAsLongAsOneOfThemIs() {
        piece(0, 7, 0, "", 20);
        packets.add(seen(1, 7, 1, Fate.QUEUED, "delay"));
        piece(2, 7, 2, "", 21);

        assertThat(drawn()).containsExactly("0 > 3000 bytes in 3 fragments delay on its way");
    }

    @Test
    void arrivesTwiceOnlyWhereAllOfThemDo() {
        piece(0, 7, 0, "duplicate", 20, 31);
        piece(1, 7, 1, "duplicate", 21, 32);
        piece(2, 7, 2, "duplicate", 22, 33);
        assertThat(drawn()).containsExactly("0 > 3000 bytes in 3 fragments duplicate arrives 22 33");

        packets.set(2, seen(2, 7, 2, Fate.DELIVERED, "", 22));
        assertThat(drawn()).containsExactly("0 > 3000 bytes in 3 fragments duplicate arrives 22");
    }

    @Test
    void twoAreToldApartByTheirNumbersAndOneNumberMayBeUsedAgain() {
        piece(0, 7, 0, "", 20);
        piece(1, 8, 2, "", 21);
        piece(2, 8, 0, "", 22);
        piece(3, 7, 1, "", 23);
        piece(4, 7, 2, "", 24);
        piece(5, 8, 1, "", 25);
        for (int i = 0; i < 3; i++) {
            piece(100 + i, 7, i, "", 120 + i);
        }

        assertThat(drawn())
                .containsExactly(
                        "0 > 3000 bytes in 3 fragments arrives 24",
                        "1 > 3000 bytes in 3 fragments arrives 25",
                        "100 > 3000 bytes in 3 fragments arrives 122");
    }

    @Test
    void whereNotAllWereSeenEachStandsForItselfInTheConversationOfTheFirst() {
        piece(0, 7, 0, "", 20);
        lost(2, 7, 2, "loss");

        assertThat(drawn())
                .containsExactly("0 > first fragment of 3000 bytes arrives 20", "2 > 68 bytes of IP lost loss");
    }

    @Test
    void whoseFirstWasNotSeenBelongsToNobody() {
        piece(0, 7, 1, "", 20);

        assertThat(ladders(true)).singleElement().extracting(Ladder::transport).isEqualTo("ip");
    }

    @Test
    void aSegmentIsOneToo() {
        segment();
        piece(0, 7, 0, "", 20);
        piece(1, 7, 1, "", 90);
        piece(2, 7, 2, "", 21);
        assertThat(drawn()).containsExactly("0 > P. 1:3001(3000) ack 1 in 3 fragments arrives 90");
        assertThat(drawn(false)).containsExactly("0 > P. 1:3001(3000) ack 1 in 3 fragments arrives 0");

        packets.remove(2);
        assertThat(drawn())
                .containsExactly(
                        "0 > P. 1:1461(1460) ack 1 first fragment arrives 20", "1 > 1500 bytes of IP arrives 90");
        assertThat(CrossingText.label(crossings(true).get(0)).whole().forms())
                .as("however little room there is")
                .hasSizeGreaterThan(2)
                .allMatch(form -> form.contains("first fragment"));
    }

    /** The later fragment came first, so it stands for itself; the ports are those of both. */
    @Test
    void aSegmentAndADatagramOfTheSamePortsAreTwoConversations() {
        lost(0, 7, 1, "loss");
        piece(1, 7, 0, "", 20);
        segment();
        lost(2, 8, 1, "loss");
        piece(3, 8, 0, "", 21);

        assertThat(ladders(true)).extracting(Ladder::transport).containsExactlyInAnyOrder("udp", "ip", "tcp");
    }

    private void segment() {
        whole = Crafted.from("10.77.0.1", 40_004, "10.77.0.2", 9)
                .flags("P.")
                .payload(3_000)
                .tcp();
        transport = "tcp";
    }

    @Test
    void ofOneNumberASegmentAndADatagramAreTwo() {
        piece(0, 7, 0, "", 20);
        piece(1, 7, 1, "", 21);
        segment();
        piece(2, 7, 2, "", 22);

        assertThat(Reassembly.of(packets, true)).hasSize(3);
    }

    @Test
    void seenAtOnePlaceItTakesNoTime() {
        for (int i = 0; i < 3; i++) {
            piece(i, 7, i, "", i);
        }

        assertThat(drawn(false)).containsExactly("0 > 3000 bytes in 3 fragments arrives 0");
    }

    /** As small as there are: 8 bytes each; a look at all of them for each would take minutes. */
    @Test
    @Timeout(30)
    void manyOfThemTakeNoLongerEach() {
        int count = 8_189;
        Flow ports = new Flow(new InetSocketAddress("10.77.0.1", 1), new InetSocketAddress("10.77.0.2", 9));
        Flow none = new Flow(new InetSocketAddress("10.77.0.1", 0), new InetSocketAddress("10.77.0.2", 0));
        for (int i = 0; i < 40 * count; i++) {
            int offset = i % count * 8;
            Optional<Fragment> part = Optional.of(new Fragment(i / count, offset, 0, 8, i % count < count - 1));
            Decoded decoded = offset == 0
                    ? new Datagram(ports, count * 8 - 8, part, 20 + count * 8, count * 8 - 8)
                    : new OtherPacket(none, IpProtocol.UDP, part, 28);
            packets.add(SeenPacket.once(i, i, decoded));
        }
        assertThat(Reassembly.of(packets, false)).hasSize(40).allMatch(piece -> piece.pieces() == count);
    }

    private void piece(long millis, int identification, int index, String rule, long... arrived) {
        packets.add(seen(millis, identification, index, Fate.DELIVERED, rule, arrived));
    }

    private void lost(long millis, int identification, int index, String rule) {
        packets.add(seen(millis, identification, index, Fate.LOST, rule));
    }

    /** Of 3,000 bytes, which take three packets. */
    private SeenPacket seen(long millis, int identification, int index, Fate fate, String rule, long... arrived) {
        int from = 20 + index * CARRIED;
        int length = Math.min(CARRIED, whole.limit() - from);
        ByteBuffer bytes = ByteBuffer.allocate(20 + length).put(0, whole, 0, 20).put(20, whole, from, length);
        bytes.putShort(2, (short) bytes.limit()).putShort(4, (short) identification);
        bytes.putShort(6, (short) ((index < 2 ? 0x2000 : 0) | index * CARRIED / 8));
        List<Long> nanos = new ArrayList<>();
        for (long each : arrived) {
            nanos.add(each * MILLI);
        }
        Decoded decoded = Crafted.decoded(bytes);
        return new SeenPacket(millis, millis * MILLI, nanos, fate, false, rule, decoded);
    }

    private List<Ladder> ladders(boolean atEnds) {
        return Ladders.all(new SeenTraffic(packets, Map.of(), atEnds), Patience.ENDLESS);
    }

    private List<String> drawn() {
        return drawn(true);
    }

    /** What leaves, and when it arrives; of one conversation. */
    private List<String> drawn(boolean atEnds) {
        assertThat(ladders(atEnds))
                .singleElement()
                .extracting(Ladder::transport)
                .isEqualTo(transport);
        return crossings(atEnds).stream().map(FragmentsTest::text).toList();
    }

    private List<PacketTalk.Crossing> crossings(boolean atEnds) {
        List<Observed> found =
                Observed.all(List.of(), List.of(), new SeenTraffic(packets, Map.of(), atEnds), Patience.ENDLESS);
        return found.get(0).talk().orElseThrow().crossings();
    }

    private static String text(PacketTalk.Crossing crossing) {
        SeenPacket packet = crossing.packet();
        StringBuilder text = new StringBuilder();
        text.append(packet.sentNanos() / MILLI).append(crossing.fromLeft() ? " > " : " < ");
        text.append(CrossingText.label(crossing).whole().longest());
        text.append(packet.fate() == Fate.LOST ? " lost " + packet.rule() : "");
        text.append(packet.arrivedNanos().isEmpty() ? "" : " arrives");
        packet.arrivedNanos().forEach(nanos -> text.append(' ').append(nanos / MILLI));
        return text.toString();
    }
}
