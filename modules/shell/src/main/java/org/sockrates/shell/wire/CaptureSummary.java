package org.sockrates.shell.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.analysis.ConversationCounts;
import org.sockrates.capture.analysis.ConversationSummary;
import org.sockrates.capture.analysis.ConversationSummary.Direction;
import org.sockrates.capture.analysis.TcpAnalysis;
import org.sockrates.capture.analysis.TraceTime;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.packet.Datagram;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.Segment;
import org.sockrates.capture.traffic.SeenFragments;
import org.sockrates.capture.traffic.ThrownAway;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Unit;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.text.CountText;

/**
 * What passed in a capture, in numbers.
 *
 * @param datagrams of UDP, by flow
 * @param others packets that are neither, nor a fragment of one
 * @param leftOut segments of conversations that were one too many
 * @param datagramsLeftOut datagrams of flows that were one too many
 * @param thrownAway packets that their receiver throws away; they belong to no conversation
 */
record CaptureSummary(
        List<ConversationSummary> conversations,
        Map<String, DatagramFlow> datagrams,
        long others,
        long leftOut,
        long datagramsLeftOut,
        long thrownAway) {
    private static final int MOST_FLOWS = 1_000;

    /**
     * What went one way between two ports.
     *
     * @param bytes of all packets that were seen of them, from their IP headers on
     */
    record DatagramFlow(long datagrams, long bytes, long incomplete) {
        DatagramFlow plus(DatagramFlow other) {
            return new DatagramFlow(datagrams + other.datagrams, bytes + other.bytes, incomplete + other.incomplete);
        }

        String text() {
            return CountText.print(datagrams, "datagram")
                    + (incomplete == 0 ? "" : ", " + incomplete + " of them incomplete")
                    + ", " + CountText.print(bytes, "byte");
        }
    }

    static CaptureSummary of(List<Packet> packets, ThrownAway receivers, Patience patience) {
        TcpAnalysis analysis = new TcpAnalysis();
        ConversationCounts counts = new ConversationCounts();
        Map<String, DatagramFlow> datagrams = new TreeMap<>();
        long datagramsLeftOut = 0;
        long others = 0;
        List<Packet> taken =
                packets.stream().filter(packet -> !receivers.has(packet)).toList();
        SeenFragments fragments = SeenFragments.of(taken);
        for (Packet packet : taken) {
            patience.ask();
            Decoded decoded = fragments.decoded(packet);
            if (decoded instanceof Segment segment) {
                counts.add(analysis.add(packet.number(), packet.timeNanos(), segment), fragments.packetBytes(packet));
            } else if (decoded instanceof Datagram datagram) {
                String flow = datagram.flow().toString();
                if (datagrams.size() < MOST_FLOWS || datagrams.containsKey(flow)) {
                    long bytes = fragments.packetBytes(packet);
                    DatagramFlow one = new DatagramFlow(1, bytes, fragments.isIncomplete(packet) ? 1 : 0);
                    datagrams.merge(flow, one, DatagramFlow::plus);
                } else {
                    datagramsLeftOut++;
                }
            } else {
                others += fragments.isLater(packet) ? 0 : 1;
            }
        }
        return new CaptureSummary(
                counts.summaries(),
                datagrams,
                others,
                counts.leftOut(),
                datagramsLeftOut,
                packets.size() - taken.size());
    }

    List<String> lines(boolean timeless) {
        List<String> lines = new ArrayList<>();
        for (ConversationSummary each : conversations) {
            String time = timeless ? "" : ", " + TraceTime.text(each.durationNanos()) + " s";
            lines.addAll(Fold.hanging("", "    ", each.stream() + "  tcp " + each.flow() + time));
            lines.addAll(Fold.hanging("   there  ", direction(each, each.there(), timeless)));
            lines.addAll(Fold.hanging("   back   ", direction(each, each.back(), timeless)));
        }
        datagrams.forEach(
                (flow, count) -> lines.addAll(Fold.hanging("", "    ", "-  udp " + flow + ": " + count.text())));
        if (others > 0) {
            lines.add("-  " + CountText.print(others, "other packet"));
        }
        if (leftOut > 0) {
            lines.add("-  " + leftOut + " segments of further conversations, not counted");
        }
        if (datagramsLeftOut > 0) {
            lines.add("-  " + CountText.print(datagramsLeftOut, "datagram") + " of further flows, not counted");
        }
        if (thrownAway > 0) {
            lines.add("-  " + thrownAwayText(thrownAway));
        }
        return lines;
    }

    static String thrownAwayText(long packets) {
        return CountText.print(packets, "packet") + " that the receiver throws away: a wrong checksum or length";
    }

    private static String direction(ConversationSummary of, Direction way, boolean timeless) {
        StringBuilder text = new StringBuilder();
        text.append(CountText.print(way.segments(), "segment"))
                .append(", ")
                .append(way.packetBytes())
                .append(" bytes, ");
        text.append(way.newBytes()).append(" of new data");
        of.efficiency(way).ifPresent(part -> text.append(String.format(Locale.ROOT, " (%.1f %%)", part * 100)));
        append(text, way.retransmissions(), way.retransmissions() + " repeated");
        append(text, way.outOfOrder(), way.outOfOrder() + " out of order");
        append(text, way.dupAcks(), CountText.print(way.dupAcks(), "duplicate ACK"));
        if (!timeless && way.roundTrips().n() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "; round trip %s (median, n=%d)",
                    FigureText.of(Unit.MILLISECONDS, way.roundTrips().median().orElse(0) / 1e6),
                    way.roundTrips().n()));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, long count, String told) {
        if (count > 0) {
            text.append(", ").append(told);
        }
    }

    /** All that {@link #lines} tells, under names. */
    Map<String, @Nullable Object> json() {
        return Json.object(
                "conversations",
                        conversations.stream().map(CaptureSummary::json).toList(),
                "udp", datagrams.entrySet().stream().map(CaptureSummary::json).toList(),
                "other_packets", others,
                "segments_not_counted", leftOut,
                "datagrams_not_counted", datagramsLeftOut,
                "thrown_away", thrownAway);
    }

    private static Object json(ConversationSummary each) {
        return Json.object(
                "stream", each.stream(),
                "from", each.flow().toString(),
                "seconds", each.durationNanos() / 1e9,
                "there", json(each.there()),
                "back", json(each.back()));
    }

    private static Object json(Map.Entry<String, DatagramFlow> flow) {
        return Json.object(
                "from", flow.getKey(),
                "datagrams", flow.getValue().datagrams(),
                "bytes", flow.getValue().bytes(),
                "incomplete", flow.getValue().incomplete());
    }

    private static Map<String, @Nullable Object> json(Direction way) {
        return Json.object(
                "segments", way.segments(),
                "bytes", way.packetBytes(),
                "payload_bytes", way.payloadBytes(),
                "new_bytes", way.newBytes(),
                "retransmits", way.retransmissions(),
                "out_of_order", way.outOfOrder(),
                "duplicate_acks", way.dupAcks(),
                "round_trips", way.roundTrips().n(),
                "median_round_trip_ms",
                        way.roundTrips().n() == 0
                                ? null
                                : way.roundTrips().median().orElse(0) / 1e6);
    }
}
