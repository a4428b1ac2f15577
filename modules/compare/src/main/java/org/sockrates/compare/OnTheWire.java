package org.sockrates.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.link.LinkReport;
import org.sockrates.link.Traffic;

/**
 * What an experiment cost on the wire, beside what its programs saw: the same rows for every experiment, on a path that
 * counts packets. It covers the whole run, warm-up and handshakes too.
 */
public final class OnTheWire {
    /** Also asked by experiments whose path hides it. */
    public static final Measure RETRANSMITS =
            new Measure("retransmits", Unit.COUNT, "numbered packets that were sent again");

    /** There where packets are seen. */
    public static final Measure PACKETS = new Measure(
            "wire_packets",
            Unit.COUNT,
            "packets both ends sent, with acknowledgements, handshakes and warm-up, but for overrun_packets");

    static final Measure BYTES =
            new Measure("wire_bytes", Unit.BYTES, "bytes of these packets, with all headers from IP on");
    static final Measure PAYLOAD =
            new Measure("wire_payload_bytes", Unit.BYTES, "bytes in them that are a program's, those sent again too");
    static final Measure HEADERS =
            new Measure("header_percent", Unit.PERCENT, "of the bytes on the wire, those that are headers");

    /** Of which only the number is known, not the bytes: so they are in no other row. */
    static final Measure OVERRUN = new Measure(
            "overrun_packets",
            Unit.COUNT,
            "packets sent faster than the wire reads, thrown away by its full queue; in no other row",
            true);

    private static final String FORMULA = "100 x (wire_bytes - wire_payload_bytes) / wire_bytes";

    private OnTheWire() {}

    /** The rows, in the order they are shown. */
    public static List<Measure> measures() {
        return List.of(PACKETS, RETRANSMITS, BYTES, PAYLOAD, HEADERS, OVERRUN);
    }

    /** The same reason for every row, but for one that is seldom shown. */
    static List<Figure> absent(String reason) {
        return measures().stream()
                .filter(measure -> !measure.dispensable())
                .map(measure -> measure.absent(reason))
                .toList();
    }

    /** What was sent, and what of it the wire never saw. */
    static List<Figure> figures(Traffic traffic, LinkReport report) {
        Traffic.OneWay all = traffic.total();
        if (all.packets() == 0) {
            return absent("nothing crossed the link");
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(PACKETS.counted(all.packets(), all.packets()));
        figures.add(
                all.segments() > 0
                        ? RETRANSMITS.counted(all.segments(), all.retransmissions())
                        : RETRANSMITS.absent(
                                "the system never sends a datagram again, and reads no program's numbers"));
        figures.add(BYTES.counted(all.packets(), all.wireBytes()));
        figures.add(PAYLOAD.counted(all.packets(), all.payloadBytes()));
        double headers = 100.0 * (all.wireBytes() - all.payloadBytes()) / all.wireBytes();
        figures.add(HEADERS.computed(headers, FORMULA));
        long overrun = report.overrun();
        figures.add(OVERRUN.counted(all.packets() + overrun, overrun));
        return figures;
    }

    /** Whose packets the wire never saw, so that nobody looks for them in the other rows; empty where it saw all. */
    static Optional<String> remark(Result result) {
        return result.metrics().stream()
                .filter(metric -> metric.measure().equals(OVERRUN))
                .flatMap(metric -> metric.readings().entrySet().stream())
                .flatMap(each -> whose(each.getKey(), each.getValue()).stream())
                .reduce((some, more) -> some + ", " + more)
                .map(whose -> "Sent faster than the wire reads, and lost before it saw them: " + whose + ".");
    }

    private static Optional<String> whose(String transport, Reading reading) {
        double most = reading.high().orElse(0);
        String atMost = reading.low().equals(reading.high()) ? "" : "up to ";
        return most == 0
                ? Optional.empty()
                : Optional.of(atMost
                        + FigureText.of(Unit.COUNT, most)
                        + (most == 1 ? " packet of " : " packets of ")
                        + transport);
    }
}
