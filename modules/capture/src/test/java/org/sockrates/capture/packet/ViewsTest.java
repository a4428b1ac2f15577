package org.sockrates.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.packet.PacketView.Carries;
import org.sockrates.transport.testkit.Allocation;
import org.sockrates.transport.testkit.Property;

final class ViewsTest {
    private static final List<List<String>> ENDS =
            List.of(List.of("10.77.0.1", "10.77.0.2"), List.of("fd00:77::1", "fd00:77::2"));

    private final PacketView view = new PacketView();

    /** A view is pointed at one packet after another. */
    @Test
    void nothingOfAFragmentIsLeftForTheNextPacket() {
        ByteBuffer whole = Crafted.from("fd00:77::1", 1, "fd00:77::2", 2).udp();
        ByteBuffer fragment = ByteBuffer.allocate(56).put(0, whole, 0, 40).put(48, whole, 40, 8);
        fragment.putShort(4, (short) 16)
                .put(6, (byte) 44)
                .put(40, (byte) 17)
                .putShort(42, (short) 9)
                .putInt(44, 7);
        PacketView reused = new PacketView();
        reused.wrap(fragment, 0, 56);
        assertThat(reused.identification()).isEqualTo(7);
        assertThat(reused.fragmentOffset()).isEqualTo(8);
        reused.wrap(whole, 0, 48);
        assertThat(reused.identification()).isZero();
        assertThat(reused.fragmentOffset()).isZero();
        assertThat(reused.moreFragments()).isFalse();
    }

    @Test
    void readsEveryFieldOfASegmentOverBothFamilies() {
        for (List<String> ends : ENDS) {
            ByteBuffer bytes = syn(ends).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(view.wrap(bytes, 0, bytes.limit())).isEqualTo(Carries.TCP);

            TcpView tcp = view.tcp();
            assertThat(List.of(tcp.sourcePort(), tcp.destinationPort())).containsExactly(40_122, 7);
            assertThat(List.of(tcp.sequence(), tcp.acknowledgment())).containsExactly(0xffff_fff0L, 5L);
            assertThat(TcpFlags.text(tcp.flags())).isEqualTo("S.");
            assertThat(List.of(tcp.window(), tcp.mss(), tcp.windowScale())).containsExactly(65_535, 1_460, 7);
            assertThat(tcp.sackPermitted()).isTrue();
            assertThat(List.of(tcp.timestampValue(), tcp.timestampEcho())).containsExactly(0x8000_0001L, 9L);
            assertThat(List.of(tcp.payloadBytes(), tcp.payloadCaptured())).containsExactly(21, 21);
            assertThat(bytes.get(tcp.payloadOffset())).isEqualTo((byte) 'a');
            assertThat(view.totalBytes()).isEqualTo(bytes.limit());
            assertThat(bytes.position()).isZero();
        }
    }

    /** A network card that cuts segments itself is handed them so. */
    @Test
    void aLengthOfNoughtIsThatOfWhatWasOnTheLink() {
        ByteBuffer four = syn(ENDS.get(0)).putShort(2, (short) 0);
        assertThat(view.wrap(four, 0, four.limit())).isEqualTo(Carries.TCP);
        assertThat(view.tcp().payloadBytes()).isEqualTo(21);
        ByteBuffer six = syn(ENDS.get(1)).putShort(4, (short) 0);
        assertThat(view.wrap(six, 0, six.limit())).isEqualTo(Carries.TCP);
        assertThat(view.tcp().payloadBytes()).isEqualTo(21);
    }

    @Test
    void aHeaderThatIsTooShortOrLongerThanItsPacketIsNone() {
        ByteBuffer bytes = syn(ENDS.get(0));
        for (int words : new int[] {0, 4}) {
            assertThat(view.wrap(bytes.put(32, (byte) (words << 4)), 0, bytes.limit()))
                    .isEqualTo(Carries.OTHER);
        }
        ByteBuffer bare =
                Crafted.from("10.77.0.1", 1, "10.77.0.2", 2).flags(".").tcp();
        assertThat(view.wrap(bare.put(32, (byte) (6 << 4)), 0, bare.limit())).isEqualTo(Carries.OTHER);
        assertThat(view.wrap(bytes.put(0, (byte) 0x44), 0, bytes.limit())).isEqualTo(Carries.NOTHING);
    }

    @Test
    void readsSackBlocksAcrossTheWrap() {
        ByteBuffer bytes = Crafted.from("10.77.0.1", 1, "10.77.0.2", 2)
                .flags(".")
                .sack(0xffff_ff00L, 16, 100, 200)
                .tcp();
        view.wrap(bytes, 0, bytes.limit());

        assertThat(TcpOptions.of(view.tcp()).sackBlocks())
                .containsExactly(new TcpOptions.SackBlock(0xffff_ff00L, 16), new TcpOptions.SackBlock(100, 200));
    }

    @Test
    void doesNotReadAnOptionWhoseLengthIsWrong() {
        for (byte length : new byte[] {0, 1, 3, 41, -1}) {
            ByteBuffer bytes = Crafted.from("10.77.0.1", 1, "10.77.0.2", 2)
                    .flags("S")
                    .option((byte) 8, length)
                    .windowScale(7)
                    .tcp();
            assertThat(view.wrap(bytes, 0, bytes.limit())).isEqualTo(Carries.TCP);
            assertThat(view.tcp().hasTimestamps()).isFalse();
            assertThat(view.tcp().sackBlocks()).isZero();
        }
    }

    @Test
    void walksThroughExtensionHeaders() {
        ByteBuffer plain = syn(ENDS.get(1));
        int carried = plain.limit() - 40;
        ByteBuffer bytes = ByteBuffer.allocate(plain.limit() + 8 + 16 + 8);
        bytes.put(0, plain, 0, 40).putShort(4, (short) (carried + 32)).put(6, (byte) 0);
        bytes.put(40, new byte[] {60, 0}).put(48, new byte[] {44, 1}).put(64, new byte[] {6, 0, 0, 1});
        bytes.put(72, plain, 40, carried);

        assertThat(view.wrap(bytes, 0, bytes.limit())).isEqualTo(Carries.TCP);
        assertThat(view.tcp().sourcePort()).isEqualTo(40_122);
        assertThat(view.moreFragments()).isTrue();
        bytes.put(66, new byte[] {0, 9});
        assertThat(view.wrap(bytes, 0, bytes.limit())).isEqualTo(Carries.OTHER);
        assertThat(view.fragmentOffset()).isEqualTo(8);
    }

    @Test
    void claimsNothingThatACutPacketDoesNotHave() {
        for (List<String> ends : ENDS) {
            for (ByteBuffer whole : List.of(syn(ends), datagram(ends), unreachable(ends))) {
                int header = whole.limit() == 0 ? 0 : (ends == ENDS.get(0) ? 20 : 40);
                for (int kept = 0; kept <= whole.limit(); kept++) {
                    ByteBuffer cut = ByteBuffer.allocate(kept + 3).put(3, whole, 0, kept);
                    Carries carries = view.wrap(cut, 3, kept, whole.limit());
                    assertThat(carries == Carries.NOTHING).isEqualTo(kept < header);
                    readEverything();
                    Decoded decoded = Decoded.of(new Packet(0, cut.position(3), whole.limit(), 0, ""));
                    assertThat(decoded.packetBytes()).isEqualTo(whole.limit());
                }
            }
        }
    }

    @Test
    void standsAnyBytes() {
        Property.forAll(3_000, draw -> {
            ByteBuffer bytes = draw.chance(0.5)
                    ? ByteBuffer.wrap(draw.bytes(draw.between(0, 120)))
                    : draw.oneOf(List.of(syn(ENDS.get(0)), syn(ENDS.get(1)), unreachable(ENDS.get(0))));
            for (int i = draw.between(0, 4); i > 0 && bytes.limit() > 0; i--) {
                bytes.put(draw.between(0, bytes.limit() - 1), (byte) draw.between(0, 255));
            }
            int offset = draw.between(0, bytes.limit());
            view.wrap(bytes, offset, draw.between(-1, 200), draw.between(-1, 70_000));
            readEverything();
            Decoded.of(new Packet(0, bytes, draw.between(0, 70_000), 0, ""));
            Packet.whole(0, bytes, 0).verdict();
        });
    }

    /** The capture may stop there, and its bytes with it. */
    @Test
    void aPacketThatIsCutOffInsideAnExtensionHeaderHasNoHeaders() {
        ByteBuffer whole = Crafted.from("fd00:77::1", 1, "fd00:77::2", 2).udp();
        for (int there = 40; there < 48; there++) {
            ByteBuffer cut = ByteBuffer.allocate(there).put(0, whole, 0, 40).put(6, (byte) 44);
            assertThat(new Ipv6View().wrap(cut, 0, there, 60))
                    .as("%d bytes", there)
                    .isFalse();
        }
    }

    @Test
    void aViewOfNothingAnswersNothing() {
        view.wrap(ByteBuffer.allocate(19), 0, 19);

        assertThatThrownBy(() -> view.tcp().sourcePort()).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> view.ipv4().totalBytes()).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Ipv6View().payloadBytes()).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> view.icmp().bodyOffset()).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void pointsAnywhereWithoutAllocating() throws Exception {
        ByteBuffer bytes = syn(ENDS.get(1));
        ByteBuffer other = datagram(ENDS.get(0));

        assertThat(Allocation.bytesPerCall(() -> {
                    view.wrap(bytes, 0, bytes.limit());
                    int ports = view.tcp().sourcePort() + view.tcp().windowScale();
                    view.wrap(other, 0, other.limit());
                    return ports + view.udp().payloadBytes() > 0 ? Boolean.TRUE : Boolean.FALSE;
                }))
                .isZero();
    }

    private void readEverything() {
        switch (view.carries()) {
            case TCP -> {
                TcpOptions.of(view.tcp());
                assertThat(view.tcp().payloadBytes()).isNotNegative();
                assertThat(view.tcp().payloadCaptured()).isBetween(0, view.tcp().payloadBytes());
            }
            case UDP ->
                assertThat(view.udp().payloadCaptured()).isBetween(0, view.udp().payloadBytes());
            case ICMP -> assertThat(view.icmp().bodyCaptured()).isNotNegative();
            case OTHER -> assertThat(view.payloadCaptured()).isBetween(0, view.payloadBytes());
            case NOTHING -> assertThat(view.carries()).isEqualTo(Carries.NOTHING);
        }
    }

    private static ByteBuffer syn(List<String> ends) {
        return Crafted.from(ends.get(0), 40_122, ends.get(1), 7)
                .flags("S.")
                .sequence(0xffff_fff0L)
                .acknowledgment(5)
                .window(65_535)
                .mss(1_460)
                .sackPermitted()
                .timestamps(0x8000_0001L, 9)
                .windowScale(7)
                .payload(21)
                .tcp();
    }

    private static ByteBuffer datagram(List<String> ends) {
        return Crafted.from(ends.get(0), 40_122, ends.get(1), 7).payload(5).udp();
    }

    private static ByteBuffer unreachable(List<String> ends) {
        boolean four = ends == ENDS.get(0);
        return Crafted.from(ends.get(1), 0, ends.get(0), 0)
                .icmp(four ? 3 : 1, four ? 3 : 4, datagram(ends).array());
    }
}
