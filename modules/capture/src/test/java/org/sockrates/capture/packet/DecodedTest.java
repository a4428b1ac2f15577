package org.sockrates.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.capture.packet.Crafted.decoded;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecodedTest {
    private static final byte IPV6_FRAGMENT = 44;

    @Test
    void aSegmentHasTheNumbersOfItsHeader() {
        Segment segment = (Segment) decoded(Crafted.from("10.77.0.1", 40_122, "10.77.0.2", 7)
                .flags("FP.")
                .sequence(0xffff_fffeL)
                .acknowledgment(3)
                .window(9)
                .timestamps(1, 2)
                .payload(5)
                .tcp());

        assertThat(segment.flow()).hasToString("10.77.0.1.40122 > 10.77.0.2.7");
        assertThat(segment.has(TcpFlags.FIN)).isTrue();
        assertThat(segment.sequenceLength()).isEqualTo(6);
        assertThat(segment.packetBytes()).isEqualTo(20 + 32 + 5);
        assertThat(segment.options().timestamps()).contains(new TcpOptions.Timestamps(1, 2));
    }

    @Test
    void anIpv6AddressThatWrapsAnIpv4AddressStaysIpv6() {
        ByteBuffer bytes =
                Crafted.from("fd00:77::1", 1, "fd00:77::2", 2).payload(1).udp();
        bytes.put(8, new byte[10]).putShort(18, (short) -1).putInt(20, 0x7f000001);

        assertThat(decoded(bytes).flow()).hasToString("::ffff:7f00:1.1 > fd00:77::2.2");
    }

    @Test
    void anErrorTellsWhichDatagramItIsAbout() {
        byte[] datagram = Crafted.from("10.77.0.1", 40_122, "10.77.0.2", 9)
                .payload(500)
                .udp()
                .array();
        byte[] quoted = Arrays.copyOf(datagram, 28);
        IcmpMessage error = (IcmpMessage)
                decoded(Crafted.from("10.77.0.2", 0, "10.77.0.1", 0).icmp(3, 3, quoted));

        assertThat(error.saysPortUnreachable()).isTrue();
        assertThat(error.about().orElseThrow().flow()).hasToString("10.77.0.1.40122 > 10.77.0.2.9");
        assertThat(error.messageBytes()).isEqualTo(36);
    }

    /** Echoes, routers, times, information and address masks, with what could be a packet's beginning. */
    @ParameterizedTest
    @ValueSource(ints = {0, 8, 9, 10, 13, 14, 15, 16, 17, 18})
    void whatIsNoErrorIsAboutNoDatagram(int type) {
        byte[] datagram =
                Crafted.from("10.77.0.1", 40_122, "10.77.0.2", 9).udp().array();
        IcmpMessage asked = (IcmpMessage)
                decoded(Crafted.from("10.77.0.2", 0, "10.77.0.1", 0).icmp(type, 0, datagram));

        assertThat(asked.about()).isEmpty();
    }

    @Test
    void anErrorThatQuotesEightBytesOfASegmentTellsItsPorts() {
        byte[] segment = Crafted.from("10.77.0.1", 40_122, "10.77.0.2", 9)
                .flags("S")
                .tcp()
                .array();
        IcmpMessage error = (IcmpMessage)
                decoded(Crafted.from("10.77.0.2", 0, "10.77.0.1", 0).icmp(3, 1, Arrays.copyOf(segment, 28)));

        assertThat(error.about().orElseThrow().flow()).hasToString("10.77.0.1.40122 > 10.77.0.2.9");
        assertThat(error.about().orElseThrow().protocol()).isEqualTo(IpProtocol.TCP);
    }

    @Test
    void aLaterFragmentIsNoDatagram() {
        ByteBuffer bytes =
                Crafted.from("10.77.0.1", 1, "10.77.0.2", 2).payload(50).udp();
        bytes.putShort(4, (short) 0xfedc).putShort(6, (short) 185);

        Fragment part = new Fragment(0xfedc, 1_480, 0, 58, false);
        OtherPacket later = new OtherPacket(decoded(bytes).flow(), IpProtocol.UDP, Optional.of(part), 78);
        assertThat(decoded(bytes)).isEqualTo(later);
    }

    @Test
    void aFirstFragmentIsADatagramOfWhichMoreWillCome() {
        ByteBuffer bytes =
                Crafted.from("10.77.0.1", 1, "10.77.0.2", 2).payload(50).udp();
        assertThat(((Datagram) decoded(bytes)).whole()).isTrue();
        bytes.putShort(6, (short) 0x2000);
        assertThat(((Datagram) decoded(bytes)).whole()).isFalse();
    }

    /** A capture is asked how much was sent, and the first fragment alone says it; its own length is another. */
    @Test
    void aFirstFragmentTellsTheDataOfItsDatagram() {
        for (boolean six : new boolean[] {false, true}) {
            ByteBuffer bytes = six ? firstFragmentOverSix() : firstFragment();
            int headers = six ? 40 + 8 : 20;

            assertThat(decoded(bytes)).isInstanceOfSatisfying(Datagram.class, datagram -> {
                assertThat(datagram.payloadBytes()).isEqualTo(65_527);
                assertThat(datagram.packetBytes()).isEqualTo(headers + (six ? 1_448 : 1_480));
                assertThat(datagram.part())
                        .contains(new Fragment(six ? 0x1234_5678 : 0, 0, 0, six ? 1_448 : 1_480, true));
            });
        }
    }

    private static ByteBuffer firstFragment() {
        ByteBuffer bytes =
                Crafted.from("10.77.0.1", 1, "10.77.0.2", 2).payload(1_472).udp();
        bytes.putShort(6, (short) 0x2000);
        return bytes.putShort(24, (short) 65_535);
    }

    private static ByteBuffer firstFragmentOverSix() {
        ByteBuffer whole =
                Crafted.from("fd00:77::1", 1, "fd00:77::2", 2).payload(1_440).udp();
        ByteBuffer bytes = ByteBuffer.allocate(whole.limit() + 8);
        bytes.put(0, whole, 0, 40).put(6, IPV6_FRAGMENT).putShort(4, (short) (whole.limit() - 40 + 8));
        bytes.put(40, (byte) IpProtocol.UDP).putShort(42, (short) 1).putInt(44, 0x1234_5678);
        return bytes.put(48, whole, 40, whole.limit() - 40).putShort(52, (short) 65_535);
    }

    @Test
    void ofADatagramWhoseLengthIsBeyondThePacketWhatIsThereIsCounted() {
        ByteBuffer bytes =
                Crafted.from("10.77.0.1", 1, "10.77.0.2", 2).payload(5).udp();
        bytes.putShort(24, (short) 100);
        assertThat(decoded(bytes)).isEqualTo(new Datagram(decoded(bytes).flow(), 5, Optional.empty(), 33, 92));
        bytes.putShort(24, (short) 10);
        assertThat(decoded(bytes)).isEqualTo(new Datagram(decoded(bytes).flow(), 2, Optional.empty(), 33, 2));
    }

    /** Over IPv6 it is a jumbogram's, RFC 2675 §4. */
    @Test
    void aDatagramOfLengthZeroIsNoneOverIpv4() {
        ByteBuffer four =
                Crafted.from("10.77.0.1", 1, "10.77.0.2", 2).payload(5).udp();
        assertThat(decoded(four.putShort(24, (short) 0))).isInstanceOf(OtherPacket.class);
        ByteBuffer six =
                Crafted.from("fd00:77::1", 1, "fd00:77::2", 2).payload(5).udp();
        assertThat(decoded(six.putShort(44, (short) 0)))
                .isInstanceOfSatisfying(
                        Datagram.class,
                        datagram -> assertThat(datagram.payloadBytes()).isEqualTo(5));
    }

    @Test
    void whatIsNoIpIsSaidToBeNone() {
        assertThat(decoded(ByteBuffer.wrap(new byte[] {1, 2, 3})))
                .isInstanceOfSatisfying(
                        OtherPacket.class, other -> assertThat(other.protocol()).isEqualTo(-1));
    }
}
