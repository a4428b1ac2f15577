package org.sockrates.shell.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.file.PcapngSettings;
import org.sockrates.capture.file.PcapngWriter;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.capture.packet.PacketView;
import org.sockrates.shell.WithFolder;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.session.SessionFiles;

/** What a capture read leaves out is told, whichever way it is shown, and places of one name are one. */
class CaptureReadTest extends WithFolder {
    private static final String FRAME = "000000000000000000000000";
    private static final byte[] ARP = HexFormat.of().parseHex(FRAME + "0806" + "00".repeat(28));

    @Test
    void framesThatWereLeftOutAreToldByEveryView() throws IOException {
        pcap("ppp.pcap", 9, ARP, ARP);
        String said = "2 frames left out: link type 9 (expected: ";
        assertThat(text("capture read ppp.pcap")).startsWith("ppp.pcap: 0 packets; " + said);
        assertThat(text("capture read ppp.pcap --packets")).startsWith("no packets " + said);
        assertThat(text("capture read ppp.pcap --ladder")).startsWith("no conversations " + said);
        for (String way : List.of("", " --packets", " --ladder")) {
            assertThat(typing.type("capture read ppp.pcap --json" + way).json())
                    .containsEntry("packets_in_file", 0)
                    .containsEntry("left_out", 2)
                    .extractingByKey("left_out_because")
                    .asString()
                    .startsWith("link type 9 (expected: ");
        }
        pcap("arp.pcap", 1, ARP, framed(segment(true, 5, 0, "02", "")));
        assertThat(text("capture read arp.pcap --packets --timeless")).endsWith(" 1 frame left out: no IP");
    }

    /** As many frames without a byte as take minutes, in a file that takes no room. */
    @Test
    void whoAskedItToEndWaitsForNothingMore() throws IOException {
        pcap("long.pcap", 1);
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("long.pcap").toFile(), "rw")) {
            file.setLength(4L << 30);
        }
        Job reading = Objects.requireNonNull(
                        typing.interpreter().start("capture read long.pcap", Origin.PROMPT, typing.ear()))
                .job();
        reading.cancel();

        assertThat(reading.await(Duration.ofSeconds(20))).isTrue();
        assertThat(reading.status()).isEqualTo(130);
    }

    @Test
    void norDoesWhoAskedForTheSummary() throws IOException {
        pcap("one.pcap", 101, segment(true, 5, 0, "02", ""));
        AtomicBoolean over = new AtomicBoolean();
        CaptureReading reading =
                CaptureReading.of(SessionFiles.anywhere(folder), "one.pcap", Patience.until("capture", over::get));
        over.set(true);

        assertThatThrownBy(() -> reading.summary(null, true)).isInstanceOf(CancellationException.class);
    }

    @Test
    void theSummaryIsAllInItsJson() throws IOException {
        pcap("two.pcap", 101, segment(true, 5, 0, "02", ""), segment(true, 5, 0, "02", ""));
        assertThat(typing.type("capture read two.pcap --json").json())
                .containsEntry("packets", 2)
                .containsEntry("packets_in_file", 2)
                .containsEntry("seconds", 0.001)
                .containsKey("place")
                .containsEntry("left_out", 0)
                .containsEntry("left_out_because", null)
                .containsEntry("thrown_away", 0);
    }

    @Test
    void aRepeatedAckIsThatOfTheFrameAsOtherToolsCount() throws IOException {
        pcap(
                "gap.pcap",
                1,
                ARP,
                framed(segment(true, 5, 0, "02", "")),
                framed(segment(false, 9, 6, "12", "")),
                framed(segment(true, 6, 10, "10", "")),
                framed(segment(false, 11, 6, "18", "68")),
                framed(segment(true, 6, 10, "10", "")));
        assertThat(typing.type("capture read gap.pcap --packets --number").lines())
                .hasSize(6)
                .anyMatch(line -> line.startsWith("    4  0.002000 IP "))
                .anyMatch(line -> line.startsWith("    6  0.004000 IP ") && line.endsWith("[Dup ACK 4#1]"));
        typing.type("capture read gap.pcap --packets --number --timeless")
                .has("    2  IP 10.77.0.1.1000 > 10.77.0.2.7: Flags [S], seq 0, win 65535, length 0");
    }

    @Test
    void whatItsReceiverThrowsAwayBelongsToNoConversation() throws IOException {
        byte[] broken = segment(false, 9, 6, "12", "");
        broken[21] = 8; // another port
        byte[] lying =
                HexFormat.of().parseHex("4500001e00010000401166320a4d00010a4d0002" + "03e8000700640000" + "6869");
        pcap("broken.pcap", 101, segment(true, 5, 0, "02", ""), broken, broken, lying);
        String said = "3 packets that the receiver throws away: a wrong checksum or length";
        typing.type("capture read broken.pcap --timeless")
                .shows(
                        "broken.pcap: 4 packets",
                        "0  tcp 10.77.0.1.1000 > 10.77.0.2.7",
                        "   there  1 segment, 40 bytes, 0 of new data (0.0 %)",
                        "   back   0 segments, 0 bytes, 0 of new data",
                        "-  " + said);
        assertThat(typing.type("capture read broken.pcap --ladder --timeless").lines())
                .contains(said)
                .noneMatch(line -> line.contains("S.") || line.contains(" bytes "));
        for (String way : List.of("", " --packets", " --ladder")) {
            assertThat(typing.type("capture read broken.pcap --json" + way).json())
                    .containsEntry("thrown_away", 3);
        }
    }

    @Test
    void capturesOneBehindTheOtherAreReadAsOne() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        section(file, 0, "client", "server");
        section(file, 50, "client", "server");
        Files.write(folder.resolve("both.pcapng"), file.toByteArray());
        assertThat(text("capture read both.pcapng"))
                .startsWith("both.pcapng: 4 packets, 2 of them at client (2 interfaces), in 0.050000 s ");
        assertThat(text("capture read both.pcapng --at server")).contains("2 of them at server (2 interfaces)");
        assertThat(typing.type("capture read both.pcapng --at server --json").json())
                .containsEntry("packets", 2)
                .containsEntry("place", "server");
        assertThat(typing.type("capture read both.pcapng --ladder --timeless").lines())
                .filteredOn(line -> line.contains(" S 0 "))
                .hasSize(2);
    }

    @Test
    void whereOnlyPartOfAFileHasBothEndsTheLadderSaysWhichItTells() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        section(file, 0, "client", "server");
        section(file, 50, "client");
        Files.write(folder.resolve("mixed.pcapng"), file.toByteArray());
        assertThat(typing.type("capture read mixed.pcapng --ladder --timeless").lines())
                .endsWith("seen at client; not all of the file has both ends");
        assertThat(typing.type("capture read mixed.pcapng --ladder --json").json())
                .containsEntry("place", "client");
    }

    @Test
    void interfacesOfOneNameAreOnePlaceAndOneWithoutANameIsOneToo() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        section(file, 0, "eth0", "eth1", "eth0");
        Files.write(folder.resolve("three.pcapng"), file.toByteArray());
        typing.type("capture read three.pcapng --timeless")
                .has("three.pcapng: 3 packets, 2 of them at eth0 (2 interfaces)");
        file.reset();
        section(file, 0, "", "eth1");
        Files.write(folder.resolve("nameless.pcapng"), file.toByteArray());
        typing.type("capture read nameless.pcapng --timeless")
                .has("nameless.pcapng: 2 packets, 1 of them at a place without a name");
        assertThat(typing.type("capture read nameless.pcapng --json").json()).containsEntry("place", null);
    }

    @Test
    void aFileThatDoesNotKeepTheOrderOfTimeIsTold() throws IOException {
        pcapng("back.pcapng", List.of("eth0"), "0 1", "0 4", "0 2", "0 3", "0 5");
        String told = "1 frame before earlier ones in the file; here all are in the order of time";
        assertThat(text("capture read back.pcapng --packets")).endsWith(told);
        assertThat(text("capture read back.pcapng")).endsWith(told);
    }

    /** As behind a network card that cuts what the kernel gives it whole. */
    @Test
    void whatArrivesAndWasNotSeenToBeSentIsToldBelowTheLadder() throws IOException {
        List<String> ends = List.of("client", "server");
        pcapng("cut.pcapng", ends, "0 1 61", "1 2 61", "0 3 64", "1 4 64", "0 5 6262", "1 6 6200", "1 7 62");
        assertThat(text("capture read cut.pcapng --ladder --timeless"))
                .endsWith("2 packets arrived that nobody was seen to send, not drawn here. Offload, or a"
                        + " firewall, may have made them of what is drawn lost.");
        assertThat(typing.type("capture read cut.pcapng --ladder --json").json())
                .containsEntry("unsent", 2);
    }

    /** Whichever of its packets stands first in the file. */
    @Test
    void withoutAPlaceTheFirstThatTheFileNamesIsRead() throws IOException {
        pcapng("later.pcapng", List.of("eth0", "eth1", "eth2"), "2 2", "1 1", "2 2");
        typing.type("capture read later.pcapng --timeless").has("later.pcapng: 3 packets, 1 of them at eth1");
    }

    private String text(String line) {
        return String.join(" ", typing.type(line).lines()).replaceAll(" {2,}", " ");
    }

    /** Segments of one number: where each was seen, counted from 0, at which millisecond, and what it carries. */
    private void pcapng(String name, List<String> places, String... segments) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<VantagePoint> points =
                places.stream().map(place -> new VantagePoint(place, "")).toList();
        try (PcapngWriter writer = new PcapngWriter(file, PcapngSettings.of("Sockrates", points))) {
            for (String each : segments) {
                String[] seen = each.split(" ", 3);
                ByteBuffer packet = ByteBuffer.wrap(segment(true, 5, 0, "18", seen.length == 3 ? seen[2] : ""));
                long nanos = Long.parseLong(seen[1]) * 1_000_000;
                writer.write(Integer.parseInt(seen[0]), nanos, packet, packet.remaining(), "");
            }
        }
        Files.write(folder.resolve(name), file.toByteArray());
    }

    /** The same SYN at each of these places. */
    private static void section(ByteArrayOutputStream file, int millis, String... places) throws IOException {
        List<VantagePoint> points =
                List.of(places).stream().map(name -> new VantagePoint(name, "")).toList();
        try (PcapngWriter writer = new PcapngWriter(file, PcapngSettings.of("Sockrates", points))) {
            for (int point = 0; point < places.length; point++) {
                ByteBuffer packet = ByteBuffer.wrap(segment(true, 5 + millis, 0, "02", ""));
                writer.write(point, millis * 1_000_000L + point, packet, packet.remaining(), "");
            }
        }
    }

    /** Between 10.77.0.1.1000 and 10.77.0.2.7, with good checksums. */
    private static byte[] segment(boolean there, int sequence, int acknowledgment, String flags, String payload) {
        HexFormat hex = HexFormat.of();
        String tcp = (there ? "03e80007" : "000703e8") + hex.toHexDigits(sequence) + hex.toHexDigits(acknowledgment)
                + "50" + flags + "ffff00000000" + payload;
        String addresses = there ? "0a4d00010a4d0002" : "0a4d00020a4d0001";
        String length = hex.toHexDigits((short) (20 + tcp.length() / 2));
        byte[] bytes = hex.parseHex("4500" + length + "0001000040060000" + addresses + tcp);
        Checksum.fill(new PacketView(), ByteBuffer.wrap(bytes), 0, bytes.length);
        return bytes;
    }

    private static byte[] framed(byte[] packet) {
        byte[] header = HexFormat.of().parseHex(FRAME + "0800");
        return ByteBuffer.allocate(header.length + packet.length)
                .put(header)
                .put(packet)
                .array();
    }

    private void pcap(String name, int linkType, byte[]... frames) throws IOException {
        PcapFile.write(folder.resolve(name), linkType, frames);
    }
}
