package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.capture.packet.Checksum.Verdict.GOOD;
import static org.sockrates.wire.Crafted.ACK;
import static org.sockrates.wire.Crafted.FIN;
import static org.sockrates.wire.Crafted.RST;
import static org.sockrates.wire.Crafted.SYN;
import static org.sockrates.wire.Crafted.verify;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.packet.IpProtocol;
import org.sockrates.link.rule.PacketKind;

class SightingTest {
    private static final List<Crafted> FAMILIES = List.of(Crafted.four(), Crafted.six());

    @Test
    void aSegmentHasTheMostSpecialKindThatFits() {
        for (Crafted family : FAMILIES) {
            assertThat(kind(family.segment(1, 2, SYN, 0, 0))).isEqualTo(PacketKind.SYN);
            assertThat(kind(family.segment(1, 2, SYN | ACK, 0, 0))).isEqualTo(PacketKind.SYN_ACK);
            assertThat(kind(family.segment(1, 2, ACK, 0, 0))).isEqualTo(PacketKind.ACK);
            assertThat(kind(family.segment(1, 2, ACK, 0, 5))).isEqualTo(PacketKind.DATA);
            assertThat(kind(family.segment(1, 2, FIN | ACK, 0, 0))).isEqualTo(PacketKind.FIN);
            assertThat(kind(family.segment(1, 2, FIN | ACK, 0, 5))).isEqualTo(PacketKind.FIN);
            assertThat(kind(family.segment(1, 2, RST | ACK, 0, 0))).isEqualTo(PacketKind.RST);
            assertThat(kind(family.segment(1, 2, RST | FIN | SYN, 0, 0))).isEqualTo(PacketKind.RST);
        }
    }

    @Test
    void aDatagramIsDataWithItsFirstFragment() {
        for (Crafted family : FAMILIES) {
            assertThat(kind(family.datagram(1, 2, 100))).isEqualTo(PacketKind.DATA);
            assertThat(kind(family.datagram(1, 2, 0))).isEqualTo(PacketKind.DATA);
            assertThat(kind(family.echo(false))).isEqualTo(PacketKind.OTHER);
        }
        assertThat(kind(Crafted.fragment(1, 2, 77, 0, true))).isEqualTo(PacketKind.DATA);
        assertThat(kind(Crafted.fragment(1, 2, 77, 64, true))).isEqualTo(PacketKind.OTHER);
    }

    @Test
    void noChecksumChangesWhenAPacketIsTurnedRound() {
        for (Crafted family : FAMILIES) {
            List<ByteBuffer> packets = List.of(
                    family.segment(1000, 80, ACK, 4711, 33),
                    family.datagram(1000, 53, 12),
                    family.echo(true),
                    family.unreachable(family.datagram(9, 1000, 5)));
            for (ByteBuffer packet : packets) {
                Sighting sighting = sighting(packet);
                byte[] before = bytes(packet);
                sighting.swapAddresses();
                assertThat(bytes(packet)).isNotEqualTo(before);
                assertThat(verify(packet)).isEqualTo(GOOD);
                sighting.swapAddresses();
                assertThat(bytes(packet)).isEqualTo(before);
            }
        }
    }

    @Test
    void whatAnErrorQuotesIsTurnedBackSoThatItsSenderKnowsIt() {
        ByteBuffer sent = Crafted.four().datagram(5000, 9, 3);
        sighting(sent).swapAddresses();
        ByteBuffer error = Crafted.four().unreachable(sent);
        Sighting sighting = sighting(error);
        sighting.swapAddresses();
        assertThat(error.getInt(12)).as("from").isEqualTo(0x0a4d0002);
        assertThat(error.getInt(28 + 12)).as("the quoted packet's sender").isEqualTo(0x0a4d0001);
        assertThat(error.getInt(28 + 16)).as("the quoted packet's receiver").isEqualTo(0x0a4d0002);
    }

    @Test
    void whatIsForAGroupOrNoIpAtAllIsBetweenNoTwo() {
        for (Crafted family : FAMILIES) {
            assertThat(sighting(family.toGroup()).isBetweenTwo()).isFalse();
            assertThat(sighting(family.datagram(1, 2, 3)).isBetweenTwo()).isTrue();
        }
        assertThat(sighting(Crafted.toAll()).isBetweenTwo()).isFalse();
        assertThat(sighting(ByteBuffer.allocate(40)).isBetweenTwo()).isFalse();
        assertThat(sighting(ByteBuffer.allocate(0)).isBetweenTwo()).isFalse();
    }

    @Test
    void countsThePayloadOfSegmentsAndDatagrams() {
        for (Crafted family : FAMILIES) {
            assertThat(sighting(family.segment(1, 2, ACK, 0, 33)).payloadBytes())
                    .isEqualTo(33);
            assertThat(sighting(family.datagram(1, 2, 12)).payloadBytes()).isEqualTo(12);
            assertThat(sighting(family.echo(true)).payloadBytes()).isZero();
        }
    }

    /** Also where the others never come: of 64 bytes behind each IP header the first has UDP's, 8. */
    @Test
    void ofADatagramInFragmentsEachCountsWhatItCarries() {
        assertThat(sighting(Crafted.fragment(1, 2, 7, 0, true)).payloadBytes()).isEqualTo(56);
        assertThat(sighting(Crafted.fragment(1, 2, 7, 64, false)).payloadBytes())
                .isEqualTo(64);
        assertThat(sighting(Crafted.fragmentBehindOptions(1, 2, 7, 0, true)).payloadBytes())
                .isEqualTo(48);
        ByteBuffer ofPing = Crafted.fragment(1, 2, 7, 64, false).put(9, (byte) IpProtocol.ICMP);
        assertThat(sighting(ofPing).payloadBytes()).isZero();
    }

    private static PacketKind kind(ByteBuffer packet) {
        return sighting(packet).kind();
    }

    private static Sighting sighting(ByteBuffer packet) {
        Sighting sighting = new Sighting();
        sighting.of(packet);
        return sighting;
    }

    private static byte[] bytes(ByteBuffer packet) {
        byte[] bytes = new byte[packet.remaining()];
        packet.get(packet.position(), bytes);
        return bytes;
    }
}
