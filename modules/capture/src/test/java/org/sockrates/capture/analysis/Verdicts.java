package org.sockrates.capture.analysis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sockrates.capture.file.PcapngSettings;
import org.sockrates.capture.file.PcapngWriter;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.Segment;
import org.sockrates.transport.testkit.Tshark;

/**
 * What is said of each packet of a capture, by us and by tshark, one line a packet, written the same way: the labels and
 * numbers of a segment, whether a checksum is bad, whether it is malformed.
 */
final class Verdicts {
    private static final Map<Label, String> FIELDS = new TreeMap<>(Map.ofEntries(
            Map.entry(Label.RETRANSMISSION, "retransmission"),
            Map.entry(Label.FAST_RETRANSMISSION, "fast_retransmission"),
            Map.entry(Label.SPURIOUS_RETRANSMISSION, "spurious_retransmission"),
            Map.entry(Label.OUT_OF_ORDER, "out_of_order"),
            Map.entry(Label.PREVIOUS_NOT_CAPTURED, "lost_segment"),
            Map.entry(Label.ACKED_UNSEEN, "ack_lost_segment"),
            Map.entry(Label.DUP_ACK, "duplicate_ack"),
            Map.entry(Label.ZERO_WINDOW, "zero_window"),
            Map.entry(Label.ZERO_WINDOW_PROBE, "zero_window_probe"),
            Map.entry(Label.ZERO_WINDOW_PROBE_ACK, "zero_window_probe_ack"),
            Map.entry(Label.WINDOW_UPDATE, "window_update"),
            Map.entry(Label.WINDOW_FULL, "window_full"),
            Map.entry(Label.KEEP_ALIVE, "keep_alive"),
            Map.entry(Label.KEEP_ALIVE_ACK, "keep_alive_ack"),
            Map.entry(Label.PORTS_REUSED, "reused_ports")));
    private static final List<String> NUMBERS = List.of(
            "tcp.analysis.duplicate_ack_num",
            "tcp.analysis.duplicate_ack_frame",
            "tcp.analysis.acks_frame",
            "tcp.analysis.ack_rtt",
            "tcp.stream",
            "tcp.seq",
            "tcp.window_size");
    /** Ffff in place of 0000, as Linux has it where it fills a checksum in for a device, is not bad (RFC 1624 §3). */
    private static final List<String> BAD = List.of(
            "ip.checksum_bad.expert",
            "tcp.checksum_bad.expert",
            "udp.checksum.bad",
            "icmp.checksum_bad",
            "icmpv6.checksum_bad.expert");

    private static final String BAD_CHECKSUM = " bad checksum";
    private static final String NO_SEGMENT = "no segment";

    private Verdicts() {}

    /** Ours. */
    static List<String> ours(List<Packet> packets) {
        TcpAnalysis analysis = new TcpAnalysis();
        List<String> verdicts = new ArrayList<>();
        for (int i = 0; i < packets.size(); i++) {
            Packet packet = packets.get(i);
            String verdict = Decoded.of(packet) instanceof Segment segment
                    ? verdict(analysis.add(i + 1, packet.timeNanos(), segment))
                    : NO_SEGMENT;
            verdicts.add(verdict + (isBad(packet) ? BAD_CHECKSUM : ""));
        }
        return verdicts;
    }

    private static boolean isBad(Packet packet) {
        Checksum.Verdict verdict = packet.verdict();
        return verdict == Checksum.Verdict.BAD_HEADER || verdict == Checksum.Verdict.BAD_PAYLOAD;
    }

    private static String verdict(Analysed it) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Label, String> field : FIELDS.entrySet()) {
            // To Wireshark the other two kinds are retransmissions too.
            boolean implied = field.getKey() == Label.RETRANSMISSION
                    && it.labels().stream().anyMatch(Label::repeats);
            text.append(it.is(field.getKey()) || implied ? field.getValue() + " " : "");
        }
        it.repeated()
                .ifPresent(dup ->
                        text.append("dup ").append(dup.times()).append(" of ").append(dup.original()));
        it.roundTrip()
                .ifPresent(trip -> text.append(String.format(
                        Locale.ROOT,
                        " acks %d after %d.%09d",
                        trip.segment(),
                        trip.nanos() / 1_000_000_000,
                        trip.nanos() % 1_000_000_000)));
        long sequence = it.sequence() & 0xffff_ffffL;
        return text + " stream " + it.stream() + " seq " + sequence + " win " + it.window();
    }

    /** Tshark's. */
    static List<String> tsharks(List<Packet> packets) throws IOException {
        List<String> fields = new ArrayList<>();
        FIELDS.values().forEach(name -> fields.add("tcp.analysis." + name));
        fields.addAll(NUMBERS);
        fields.addAll(BAD);
        fields.add("_ws.malformed");
        return Tshark.fields(file(packets), fields).stream()
                .map(line -> verdict(line.split("\t", -1)))
                .toList();
    }

    private static String verdict(String[] columns) {
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (String name : FIELDS.values()) {
            text.append(columns[column++].isEmpty() ? "" : name + " ");
        }
        String[] numbers = Arrays.copyOfRange(columns, column, column + NUMBERS.size());
        if (numbers[4].isEmpty()) {
            text.append(NO_SEGMENT);
        } else {
            text.append(numbers[0].isEmpty() ? "" : "dup " + numbers[0] + " of " + numbers[1]);
            text.append(numbers[2].isEmpty() ? "" : " acks " + numbers[2] + " after " + numbers[3]);
            text.append(" stream " + numbers[4] + " seq " + numbers[5] + " win " + numbers[6]);
        }
        column += NUMBERS.size();
        boolean bad = Arrays.stream(columns, column, column + BAD.size()).anyMatch(found -> !found.isEmpty());
        String malformed = columns[column + BAD.size()];
        return text + (bad ? BAD_CHECKSUM : "") + (malformed.isEmpty() ? "" : " malformed: " + malformed);
    }

    /** The packets as a capture file of one interface. */
    static byte[] file(List<Packet> packets) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PcapngSettings settings = PcapngSettings.of("Sockrates", List.of(new VantagePoint("sent", "")));
        try (PcapngWriter writer = new PcapngWriter(file, settings)) {
            for (Packet packet : packets) {
                writer.write(0, packet.timeNanos(), packet.bytes(), packet.originalBytes(), packet.comment());
            }
        }
        return file.toByteArray();
    }

    /** A line a packet, for a picture: times from the first, in tcpdump's words. */
    static List<String> lines(List<Packet> packets) {
        TcpAnalysis analysis = new TcpAnalysis();
        List<String> lines = new ArrayList<>();
        long begin = packets.get(0).timeNanos();
        for (int i = 0; i < packets.size(); i++) {
            Decoded packet = Decoded.of(packets.get(i));
            long nanos = packets.get(i).timeNanos();
            lines.add(
                    packet instanceof Segment segment
                            ? PacketLine.of(begin, analysis.add(i + 1, nanos, segment))
                            : PacketLine.of(nanos - begin, packet));
        }
        return lines;
    }
}
