package org.sockrates.shell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.file.PcapngSettings;
import org.sockrates.capture.file.PcapngWriter;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.shell.WithFolder;
import org.sockrates.shell.job.Origin;

/** Captures as they are read and shown; what passes a real wire is captured by the tests of the program. */
class CaptureCommandTest extends WithFolder {
    /** 10.77.0.1.1000 > 10.77.0.2.7, two bytes of payload. */
    private static final String DATAGRAM =
            "4500001e0001000040116632" + "0a4d00010a4d0002" + "03e80007000a0000" + "6869";

    /** A SYN of 10.77.0.1.1000 to 10.77.0.2.7, sequence 5. */
    private static final String SYN =
            "450000280001000040066633" + "0a4d00010a4d0002" + "03e80007" + "0000000500000000" + "5002ffff97520000";

    /** What answers it. */
    private static final String SYN_ACK =
            "450000280001000040066633" + "0a4d00020a4d0001" + "000703e8" + "0000000900000006" + "5012ffff97380000";

    /** A classic pcap of raw IP packets, a millisecond apart. */
    private Path pcap(String name, String... packets) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(1 << 16);
        file.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
        file.putInt(0).putInt(0).putInt(65_535).putInt(101);
        for (int i = 0; i < packets.length; i++) {
            byte[] bytes = HexFormat.of().parseHex(packets[i]);
            file.putInt(1)
                    .putInt(i * 1000)
                    .putInt(bytes.length)
                    .putInt(bytes.length)
                    .put(bytes);
        }
        byte[] written = new byte[file.flip().remaining()];
        file.get(written);
        return Files.write(folder.resolve(name), written);
    }

    /** A terminal cut the line within a word; who looks for something in a pipe has a line each. */
    @Test
    void aLongLineIsFoldedInATerminalAndNowhereElse() throws IOException {
        pcap("two.pcap", SYN, SYN);
        String again = "10.77.0.1.1000 > 10.77.0.2.7: Flags [S], seq 0, win 65535, length 0 [Retransmission]";
        assertThat(typing.type("capture read two.pcap --packets").lines())
                .last()
                .asString()
                .startsWith("0.001000 ")
                .endsWith(again);

        typing.session().defaults().terminal(true);
        assertThat(typing.type("capture read two.pcap --packets").lines())
                .hasSize(3)
                .endsWith("    [Retransmission]")
                .allMatch(line -> line.length() <= 80);
        assertThat(String.valueOf(typing.type("capture read two.pcap --packets --json")
                        .json()
                        .get("packets")))
                .contains("length 0 [Retransmission]");
        assertThat(typing.type("capture read two.pcap --packets", Origin.LAB).lines())
                .hasSize(2);
    }

    @Test
    void tellsWhatPassedInNumbers() throws IOException {
        pcap("two.pcap", SYN, SYN, DATAGRAM);
        typing.type("capture read two.pcap")
                .shows(
                        "two.pcap: 3 packets, in 0.002000 s",
                        "0  tcp 10.77.0.1.1000 > 10.77.0.2.7, 0.001000 s",
                        "   there  2 segments, 80 bytes, 0 of new data (0.0 %), 1 repeated",
                        "   back   0 segments, 0 bytes, 0 of new data",
                        "-  udp 10.77.0.1.1000 > 10.77.0.2.7: 1 datagram, 30 bytes");
        assertThat(typing.type("capture read two.pcap --json").lines().get(0))
                .contains(
                        "\"from\":\"10.77.0.1.1000 > 10.77.0.2.7\"",
                        "\"retransmits\":1",
                        "\"udp\":[{\"from\":\"10.77.0.1.1000 > 10.77.0.2.7\",\"datagrams\":1,\"bytes\":30,\"incomplete\":0}]",
                        "\"other_packets\":0");
    }

    @Test
    void datagramsOfOneFlowTooManyAreSaidToBeLeftOut() throws IOException {
        String[] packets = IntStream.range(0, 1002)
                .mapToObj(port -> DATAGRAM.replace("03e80007", String.format(Locale.ROOT, "%04x0007", 1000 + port)))
                .toArray(String[]::new);
        packets[1001] = DATAGRAM;
        pcap("many.pcap", packets);
        assertThat(typing.type("capture read many.pcap").lines())
                .hasSize(1002)
                .contains("-  udp 10.77.0.1.1000 > 10.77.0.2.7: 2 datagrams, 60 bytes")
                .endsWith("-  1 datagram of further flows, not counted");
        assertThat(typing.type("capture read many.pcap --json").json())
                .containsEntry("other_packets", 0)
                .containsEntry("datagrams_not_counted", 1);
    }

    @Test
    void aRoundTripHasThreeDigitsHoweverShort() throws IOException {
        pcap("handshake.pcap", SYN, SYN_ACK);
        typing.type("capture read handshake.pcap")
                .has("   back   1 segment, 40 bytes, 0 of new data (0.0 %)")
                .has("   there  1 segment, 40 bytes, 0 of new data (0.0 %); round trip 1.00 ms")
                .has("          (median, n=1)");
    }

    @Test
    void tellsEveryPacketInTcpdumpsWords() throws IOException {
        pcap("two.pcap", SYN, DATAGRAM);
        typing.type("capture read two.pcap --packets")
                .shows(
                        "0.000000 IP 10.77.0.1.1000 > 10.77.0.2.7: Flags [S], seq 0, win 65535, length 0",
                        "0.001000 IP 10.77.0.1.1000 > 10.77.0.2.7: UDP, length 2");
        typing.type("capture read two.pcap --packets --timeless").has("IP 10.77.0.1.1000 > 10.77.0.2.7: UDP, length 2");
    }

    @Test
    void aPacketIsOneLineHoweverLong() throws IOException {
        String options = "[mss 1460,sackOK,TS val 1 ecr 0,wscale 10]";
        String tcp = "03e80007000000010000000" + "0a002ffff2f700000020405b40402080a0000000100000000" + "0103030a";
        pcap("options.pcap", "4500003c000100004006661f" + "0a4d00010a4d0002" + tcp);
        typing.type("capture read options.pcap --packets --timeless")
                .shows("IP 10.77.0.1.1000 > 10.77.0.2.7: Flags [S], seq 0, win 65535, options " + options
                        + ", length 0");
    }

    @Test
    void aWrongChecksumIsMarkedAndOneThatWasLeftToTheCardIsNot() throws IOException {
        String ip = "4500001e00010000401166320a4d00010a4d0002" + "03e80007000a";
        pcap("three.pcap", ip + "7ee56869", ip + "7ee56868", ip + "14b86869");
        typing.type("capture read three.pcap --packets --timeless")
                .shows(
                        "IP 10.77.0.1.1000 > 10.77.0.2.7: UDP, length 2",
                        "IP 10.77.0.1.1000 > 10.77.0.2.7: UDP, length 2 [wrong checksum]",
                        "IP 10.77.0.1.1000 > 10.77.0.2.7: UDP, length 2");
    }

    /** The receiver throws all of them away. */
    @Test
    void aWrongHeaderAndAWrongLengthAreMarked() throws IOException {
        String ip = "4500001e00010000401166320a4d00010a4d0002" + "03e80007";
        pcap("wrong.pcap", ip.replace("6632", "6633") + "000a7ee56869", ip + "00647ee56869", ip + "00077ee56869");
        typing.type("capture read wrong.pcap --packets --timeless")
                .shows(
                        "IP 10.77.0.1.1000 > 10.77.0.2.7: UDP, length 2 [wrong checksum]",
                        "IP 10.77.0.1.1000 > 10.77.0.2.7: UDP, bad length 92 > 2 [wrong length]",
                        "IP 10.77.0.1 > 10.77.0.2: ip-proto-17, length 30 [wrong length]");
    }

    @Test
    void drawsConversations() throws IOException {
        pcap("syn.pcap", SYN);
        typing.type("capture read syn.pcap --ladder --timeless").has("states are inferred from the segments seen");
    }

    @Test
    void aFileThatIsCutShowsWhatStandsBeforeTheCut() throws IOException {
        Path whole = pcap("whole.pcap", DATAGRAM, DATAGRAM);
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(bytes, bytes.length - 1));
        var shown = typing.type("capture read cut.pcap --packets").ends(3);
        assertThat(shown.lines()).containsExactly("0.000000 IP 10.77.0.1.1000 > 10.77.0.2.7: UDP, length 2");
        assertThat(shown.troubles()).singleElement().asString().startsWith("capture: cut.pcap: offset ");

        assertThat(typing.type("capture read cut.pcap --packets --json").ends(3).json())
                .containsEntry("packets", shown.lines())
                .containsEntry("fault", shown.troubles().get(0));
        assertThat(typing.type("capture read cut.pcap --json").ends(3).json())
                .containsEntry("fault", shown.troubles().get(0))
                .containsKey("udp");
        assertThat(typing.type("capture read cut.pcap --ladder --json").ends(3).json())
                .containsEntry("fault", shown.troubles().get(0));
        assertThat(typing.type("capture read whole.pcap --json").ends(0).json()).containsEntry("fault", null);
    }

    @Test
    void whatIsNoCaptureIsSaidWithItsOffset() throws IOException {
        Files.writeString(folder.resolve("text"), "no capture");
        typing.type("capture read text")
                .fails(
                        "capture: text: offset 0: begins with 6e6f2063 (expected: 0a0d0d0a of pcapng or a1b2c3d4 of"
                                + " pcap)",
                        3);
        typing.type("capture read nowhere").fails("capture: \"nowhere\": no such file", 3);
    }

    @Test
    void offTheWireNothingCanBeCaptured() {
        String message = "wire: this program was made without one (expected: Linux)";
        typing.type("capture lab.pcapng").fails(message, 5);
        typing.type("capture stop").fails(message, 5);
        typing.type("capture").shows("no capture runs; begin one:  capture FILE");
        assertThat(folder.resolve("lab.pcapng")).doesNotExist();
    }

    @Test
    void saysWhatCannotBeMeant() throws IOException {
        pcap("one.pcap", DATAGRAM);
        typing.type("capture read").refuses("capture: too few words (expected: FILE); see  help capture");
        typing.type("capture lab.pcapng --packets")
                .refuses("capture: \"--packets\" (expected: only with capture read; see  help capture)");
        typing.type("capture off")
                .refuses("capture: \"off\" (expected: FILE to begin, stop to end; a file so named is ./off)");
        typing.type("capture read one.pcap --force")
                .refuses("capture: \"--force\" (expected: only with capture FILE; see  help capture)");
        typing.type("capture read one.pcap --number")
                .refuses("capture read: --number without --packets (expected: both)");
        typing.type("capture read one.pcap --ladder --packets")
                .refuses("capture read: --ladder with --packets (expected: one of them)");
        typing.type("capture read one.pcap --ladder --at server")
                .refuses("capture read: --ladder with --at (expected: one of them)");
    }

    @Test
    void saysWhichPlacesAFileNames() throws IOException {
        String at = "capture: --at: \"server\" (expected: ";
        Path none = pcapng("none.pcapng", List.of(""));
        pcap("one.pcap", DATAGRAM);
        for (String file : List.of("none.pcapng", "one.pcap")) {
            typing.type("capture read " + file + " --at server")
                    .refuses(at + "nothing: the file names no place where packets were seen)");
        }
        byte[] bytes = Files.readAllBytes(none);
        Files.write(folder.resolve("cut.pcapng"), Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(typing.type("capture read cut.pcapng --at server").ends(3).troubles())
                .singleElement()
                .asString()
                .startsWith("capture: cut.pcapng: offset ")
                .contains("\n" + at);

        List<String> many = new ArrayList<>(List.of("\u001b[2J", "", "a", "a"));
        IntStream.range(0, 10).forEach(i -> many.add("eth" + i));
        pcapng("many.pcapng", many);
        typing.type("capture read many.pcapng --at server")
                .refuses(at + "\\x1b[2J a eth0 eth1 eth2 eth3 eth4 eth5 eth6 eth7 and 2 more)");
    }

    private Path pcapng(String name, List<String> points) throws IOException {
        Path file = folder.resolve(name);
        List<VantagePoint> places =
                points.stream().map(point -> new VantagePoint(point, "")).toList();
        try (OutputStream out = Files.newOutputStream(file)) {
            new PcapngWriter(out, PcapngSettings.of("Sockrates", places)).close();
        }
        return file;
    }
}
