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
import org.sockrates.capture.packet.Decoded;
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
        List<Packet> talk = Talk.packets(Scenarios.text(name), false, 40_122, 0);
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
                """, false, 40_122, 0);
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
        List<String> lines = Verdicts.lines(Talk.packets(talk, false, 40_122, 0));
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
                        .flags("SEW")
                        .mss(1_440)
                        .sackPermitted()
                        .timestamps(7, 0)
                        .windowScale(7)
                        .tcp()))
                .isEqualTo("0.020412 IP6 fd00:77::1.1 > fd00:77::2.2: Flags [SEW], seq 0, win 512, "
                        + "options [mss 1440,sackOK,TS val 7 ecr 0,wscale 7], length 0");
    }

    @Test
    void datagramsErrorsAndTheRestHaveTheirWords() {
        assertThat(line(Crafted.from(HERE, 40_122, THERE, 7).payload(20).udp()))
                .isEqualTo("0.020412 IP 10.77.0.1.40122 > 10.77.0.2.7: UDP, length 20");
        byte[] datagram = Crafted.from(HERE, 40_122, THERE, 9).payload(8).udp().array();
        assertThat(line(Crafted.from(THERE, 0, HERE, 0).icmp(3, 3, datagram)))
                .isEqualTo("0.020412 IP 10.77.0.2 > 10.77.0.1: ICMP 10.77.0.2 udp port 9 unreachable, length 44");
        byte[] six =
                Crafted.from("fd00:77::1", 1, "fd00:77::2", 9).payload(8).udp().array();
        assertThat(line(Crafted.from("fd00:77::2", 0, "fd00:77::1", 0).icmp(1, 4, Arrays.copyOf(six, 48))))
                .isEqualTo("0.020412 IP6 fd00:77::2 > fd00:77::1: ICMP6, fd00:77::2 udp port 9 unreachable, length 56");
        assertThat(line(Crafted.from(HERE, 0, THERE, 0).icmp(8, 0, new byte[56])))
                .isEqualTo("0.020412 IP 10.77.0.1 > 10.77.0.2: ICMP echo request, length 64");
        assertThat(line(ByteBuffer.allocate(7))).isEqualTo("0.020412 no IP, length 7");
    }

    private static String line(ByteBuffer packet) {
        return PacketLine.of(20_412_345, Decoded.of(Packet.whole(0, packet, 0)));
    }
}
