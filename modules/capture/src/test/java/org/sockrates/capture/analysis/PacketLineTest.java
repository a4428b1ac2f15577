package org.sockrates.capture.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.IcmpMessage;
import org.sockrates.capture.packet.Packet;

final class PacketLineTest {
    private static final String HERE = "10.77.0.1";
    private static final String THERE = "10.77.0.2";

    static Stream<String> names() {
        return Scenarios.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aScenarioIsShownAsItsPicture(String name) {
        List<Packet> talk = Talk.packets(Scenarios.text(name));
        assertThat(String.join("\n", Verdicts.lines(talk)) + "\n").isEqualTo(Scenarios.expected(name));
    }

    /** RFC 9293 §3.5.1, figure 9: what answered first was an old connection, with numbers of its own. */
    @Test
    void numbersCountFromTheSynThatAnsweredNotFromWhatAnOldConnectionSaid() {
        List<Packet> talk = Talk.packets("""
                0 > S 0 mss 1460
                1 < . -300 ack -7000
                1 > R -7000
                9 > S 0 mss 1460
                1 < S. 0 ack 1 mss 1460
                1 > . 1 ack 1
                1 < P. 1:4 ack 1
                1 < F. 4 ack 1
                1 > . 1 ack 5
                """);
        List<String> lines = Verdicts.lines(talk);
        assertThat(lines.get(4)).contains("[S.], seq 0, ack 1,").doesNotContain("Previous");
        assertThat(lines.get(5)).contains("[.], ack 1,").endsWith("length 0");
        assertThat(lines.get(6)).contains("[P.], seq 1:4, ack 1,");
        assertThat(lines.get(8)).contains("[.], ack 5,");
    }

    /** RFC 7323 §2.2. */
    @Test
    void theWindowOfASynIsNotScaled() {
        String handshake = """
                0 > S 0 mss 1460 wscale 7
                1 < S. 0 ack 1 mss 1460 wscale 7 win 1000
                1 > . 1 ack 1
                """;
        assertThat(last(handshake + "1 > P. 1:1001 ack 1")).endsWith("length 1000 [Window Full]");
        assertThat(last(handshake + "1 > P. 1:32001 ack 1")).endsWith("length 32000");
        String update = handshake + "1 > P. 1:11 ack 1\n1 < . 1 ack 11 win 10\n";
        assertThat(last(update + "1 > P. 11:1291 ack 1")).endsWith("length 1280 [Window Full]");
        assertThat(last(update + "1 > P. 11:21 ack 1")).endsWith("length 10");
    }

    private static String last(String talk) {
        List<String> lines = Verdicts.lines(Talk.packets(talk));
        return lines.get(lines.size() - 1);
    }

    @Test
    void aSegmentIsWrittenAsTcpdumpWouldWriteIt() {
        assertThat(line(Crafted.from(HERE, 40_122, THERE, 7)
                        .flags("P.")
                        .sequence(1)
                        .acknowledgment(1)
                        .payload(20)
                        .tcp()))
                .isEqualTo(
                        "0.020412 IP 10.77.0.1.40122 > 10.77.0.2.7: Flags [P.], seq 1:21, ack 1, win 512, length 20");
        ByteBuffer urgent = Crafted.from(HERE, 40_122, THERE, 7)
                .flags("P.U")
                .sequence(1)
                .acknowledgment(1)
                .payload(3)
                .tcp();
        urgent.putShort(20 + 18, (short) 2);
        assertThat(line(urgent))
                .isEqualTo("0.020412 IP 10.77.0.1.40122 > 10.77.0.2.7: Flags [P.U], seq 1:4, ack 1, win 512, urg 2,"
                        + " length 3");
        assertThat(line(Crafted.from("fd00:77::1", 1, "fd00:77::2", 2)
                        .flags("SEWe")
                        .mss(1_440)
                        .sackPermitted()
                        .timestamps(7, 0)
                        .windowScale(7)
                        .tcp()))
                .isEqualTo("0.020412 IP6 fd00:77::1.1 > fd00:77::2.2: Flags [SEWe], seq 0, win 512, "
                        + "options [mss 1440,sackOK,TS val 7 ecr 0,wscale 7], length 0");
        assertThat(line(Crafted.from("10.77.0.1", 1, "10.77.0.2", 2)
                        .flags("S")
                        .option((byte) 34, (byte) 2)
                        .option((byte) 34, (byte) 6, (byte) 0x1f, (byte) 0xe2, (byte) 0, (byte) 9)
                        .option((byte) 19, (byte) 2)
                        .windowScale(7)
                        .option((byte) 30, (byte) 3, (byte) 1)
                        .tcp()))
                .endsWith("options [wscale 7,tfo cookiereq,tfo cookie 1fe20009,md5,unknown-30], length 0");
    }

    @Test
    void datagramsErrorsAndTheRestHaveTheirWords() {
        assertThat(line(Crafted.from(HERE, 40_122, THERE, 7).payload(20).udp()))
                .isEqualTo("0.020412 IP 10.77.0.1.40122 > 10.77.0.2.7: UDP, length 20");
        ByteBuffer lying = Crafted.from(HERE, 40_122, THERE, 7).payload(20).udp();
        assertThat(line(lying.putShort(24, (short) 100)))
                .isEqualTo("0.020412 IP 10.77.0.1.40122 > 10.77.0.2.7: UDP, bad length 92 > 20");
        byte[] datagram = Crafted.from(HERE, 40_122, THERE, 9).payload(8).udp().array();
        assertThat(line(Crafted.from(THERE, 0, HERE, 0).icmp(3, 3, datagram)))
                .isEqualTo("0.020412 IP 10.77.0.2 > 10.77.0.1: ICMP 10.77.0.2 udp port 9 unreachable, length 44");
        byte[] six =
                Crafted.from("fd00:77::1", 1, "fd00:77::2", 9).payload(8).udp().array();
        assertThat(line(Crafted.from("fd00:77::2", 0, "fd00:77::1", 0).icmp(1, 4, Arrays.copyOf(six, 48))))
                .isEqualTo("0.020412 IP6 fd00:77::2 > fd00:77::1: ICMP6, destination unreachable, unreachable port, "
                        + "fd00:77::2 udp port 9, length 56");
        assertThat(line(Crafted.from(HERE, 0, THERE, 0).icmp(8, 0, new byte[56])))
                .isEqualTo("0.020412 IP 10.77.0.1 > 10.77.0.2: ICMP echo request, length 64");
        assertThat(line(ByteBuffer.allocate(7))).isEqualTo("0.020412 no IP, length 7");
    }

    /** As tcpdump 4.99.3 says it; of two kinds of timeout only one is in transit (RFC 792, RFC 4443 §3.3). */
    @Test
    void anIcmpErrorSaysWhyInTcpdumpsWordsWhereItHasSome() {
        assertThat(error(3, 0, 0)).isEqualTo("net 10.77.0.2 unreachable");
        assertThat(error(3, 1, 0)).isEqualTo("host 10.77.0.2 unreachable");
        assertThat(error(3, 2, 0)).isEqualTo("10.77.0.2 protocol 17 unreachable");
        assertThat(error(3, 4, 0)).isEqualTo("10.77.0.2 unreachable - need to frag");
        assertThat(error(3, 4, 1_280)).isEqualTo("10.77.0.2 unreachable - need to frag (mtu 1280)");
        assertThat(error(3, 4, 0x1234_0500)).isEqualTo("10.77.0.2 unreachable - need to frag (mtu 1280)");
        assertThat(error(3, 4, 0x1234_0000)).isEqualTo("10.77.0.2 unreachable - need to frag");
        assertThat(error(3, 5, 0)).isEqualTo("10.77.0.2 unreachable - source route failed");
        assertThat(error(3, 6, 0)).isEqualTo("net 10.77.0.2 unreachable - unknown");
        assertThat(error(3, 7, 0)).isEqualTo("host 10.77.0.2 unreachable - unknown");
        assertThat(error(3, 8, 0)).isEqualTo("10.77.0.2 unreachable - source host isolated");
        assertThat(error(3, 9, 0)).isEqualTo("net 10.77.0.2 unreachable - admin prohibited");
        assertThat(error(3, 10, 0)).isEqualTo("host 10.77.0.2 unreachable - admin prohibited");
        assertThat(error(3, 11, 0)).isEqualTo("net 10.77.0.2 unreachable - tos prohibited");
        assertThat(error(3, 12, 0)).isEqualTo("host 10.77.0.2 unreachable - tos prohibited");
        assertThat(error(3, 13, 0)).isEqualTo("host 10.77.0.2 unreachable - admin prohibited filter");
        assertThat(error(3, 14, 0)).isEqualTo("host 10.77.0.2 unreachable - host precedence violation");
        assertThat(error(3, 15, 0)).isEqualTo("host 10.77.0.2 unreachable - precedence cutoff");
        assertThat(error(3, 16, 0)).isEqualTo("10.77.0.2 unreachable - code 16");
        assertThat(error(4, 0, 0)).isEqualTo("source quench");
        assertThat(error(5, 0, 0x0a4d0003)).isEqualTo("redirect 10.77.0.2 to net 10.77.0.3");
        assertThat(error(5, 1, 0x0a4d0003)).isEqualTo("redirect 10.77.0.2 to host 10.77.0.3");
        assertThat(error(5, 2, 0x0a4d0003)).isEqualTo("redirect-tos 10.77.0.2 to net 10.77.0.3");
        assertThat(error(5, 4, 0x0a4d0003)).isEqualTo("redirect-4 10.77.0.2 to 10.77.0.3");
        assertThat(error(5, 3, 0xfffe0003)).isEqualTo("redirect-tos 10.77.0.2 to host 255.254.0.3");
        assertThat(error(11, 0, 0)).isEqualTo("time exceeded in-transit");
        assertThat(error(11, 1, 0)).isEqualTo("ip reassembly time exceeded");
        assertThat(error(12, 0, 9 << 24)).isEqualTo("parameter problem - octet 9");
        assertThat(error(12, 0, 200 << 24)).isEqualTo("parameter problem - octet 200");
        assertThat(error(12, 1, 0)).isEqualTo("parameter problem - code 1");
        assertThat(errorOverSix(1, 0, 0)).isEqualTo("destination unreachable, unreachable route fd00:77::2");
        assertThat(errorOverSix(1, 1, 0)).isEqualTo("destination unreachable, unreachable prohibited fd00:77::2");
        assertThat(errorOverSix(1, 2, 0)).isEqualTo("destination unreachable, beyond scope fd00:77::2");
        assertThat(errorOverSix(1, 4, 0)).isEqualTo("destination unreachable, unreachable port, fd00:77::2 udp port 9");
        assertThat(errorOverSix(1, 3, 0)).isEqualTo("destination unreachable, unreachable address fd00:77::2");
        assertThat(errorOverSix(1, 6, 0)).isEqualTo("destination unreachable, code 6");
        assertThat(errorOverSix(2, 0, 1_280)).isEqualTo("packet too big, mtu 1280");
        assertThat(errorOverSix(3, 0, 0)).isEqualTo("time exceeded in-transit");
        assertThat(errorOverSix(3, 1, 0)).isEqualTo("ip reassembly time exceeded");
        assertThat(error(11, 2, 0)).isEqualTo("time exceeded, code 2");
        assertThat(errorOverSix(4, 0, 6)).isEqualTo("parameter problem, erroneous - octet 6");
        assertThat(errorOverSix(4, 2, -1)).isEqualTo("parameter problem, option - octet 4294967295");
        assertThat(errorOverSix(4, 3, 6)).isEqualTo("parameter problem, incomplete header chain - octet 6");
        assertThat(errorOverSix(4, 4, 6)).isEqualTo("parameter problem, code 4 - octet 6");
        assertThat(errorOverSix(4, 1, 6)).isEqualTo("parameter problem, next header - octet 6");
    }

    /** Nothing is quoted, or there is no room for whom it is about. */
    @Test
    void withoutItsPacketAnIcmpErrorSaysWhatHasHappened() {
        assertThat(brief(3, 0, 0)).isEqualTo("ICMP net unreachable");
        assertThat(brief(3, 2, 0)).isEqualTo("ICMP protocol unreachable");
        assertThat(brief(3, 3, 0)).isEqualTo("ICMP port unreachable");
        assertThat(brief(3, 4, 1_280)).isEqualTo("ICMP need to frag (mtu 1280)");
        assertThat(brief(3, 16, 0)).isEqualTo("ICMP unreachable - code 16");
        assertThat(brief(5, 1, 0x0a4d0003)).isEqualTo("ICMP redirect to host 10.77.0.3");
        assertThat(brief(11, 1, 0)).isEqualTo("ICMP ip reassembly time exceeded");
        assertThat(IcmpText.brief(message("fd00:77::2", "fd00:77::1", 1, 0, 0, new byte[0])))
                .isEqualTo("ICMP unreachable route");
        assertThat(IcmpText.of(message(THERE, HERE, 3, 3, 0, new byte[0])))
                .isEqualTo("ICMP port unreachable, length 8");
        assertThat(IcmpText.of(message("fd00:77::2", "fd00:77::1", 1, 4, 0, new byte[0])))
                .isEqualTo("ICMP6, destination unreachable, unreachable port, length 8");
    }

    private static String error(int type, int code, int word) {
        byte[] quoted = Crafted.from(HERE, 40_122, THERE, 9).payload(8).udp().array();
        String text = IcmpText.of(message(THERE, HERE, type, code, word, quoted));
        return text.replace("ICMP ", "").replace(", length 44", "");
    }

    private static String errorOverSix(int type, int code, int word) {
        byte[] quoted =
                Crafted.from("fd00:77::1", 1, "fd00:77::2", 9).payload(8).udp().array();
        String text = IcmpText.of(message("fd00:77::2", "fd00:77::1", type, code, word, quoted));
        return text.replace("ICMP6, ", "").replace(", length 64", "");
    }

    @Test
    void aFragmentTellsWhoseItIsAndWhereItLies() {
        ByteBuffer first =
                Crafted.from(HERE, 5_001, THERE, 5_000).payload(1_472).udp();
        first.putShort(4, (short) 0xeb3d).putShort(6, (short) 0x2000).putShort(24, (short) 4_008);
        assertThat(line(first))
                .isEqualTo(
                        "0.020412 IP 10.77.0.1.5001 > 10.77.0.2.5000: UDP, length 4000, here 1472, off=0, ID=eb3d, MF");
        first.putShort(6, (short) (0x2000 | 1_480 / 8));
        assertThat(line(first))
                .isEqualTo("0.020412 IP 10.77.0.1 > 10.77.0.2: udp frag off=1480, ID=eb3d, MF, length 1500");
        first.putShort(6, (short) (2_960 / 8)).put(9, (byte) 47);
        assertThat(line(first))
                .isEqualTo("0.020412 IP 10.77.0.1 > 10.77.0.2: ip-proto-47 frag off=2960, ID=eb3d, length 1500");
    }

    private static String brief(int type, int code, int word) {
        return IcmpText.brief(message(THERE, HERE, type, code, word, new byte[0]));
    }

    private static IcmpMessage message(String from, String to, int type, int code, int word, byte[] quoted) {
        ByteBuffer bytes = Crafted.from(from, 0, to, 0).icmp(type, code, quoted);
        bytes.putInt(bytes.limit() - quoted.length - 4, word);
        return (IcmpMessage) Crafted.decoded(bytes);
    }

    private static String line(ByteBuffer packet) {
        return PacketLine.of(20_412_345, Crafted.decoded(packet));
    }
}
