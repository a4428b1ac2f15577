package org.sockrates.compare;

import java.util.ArrayList;
import java.util.List;
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
    public static final Measure PACKETS =
            new Measure("wire_packets", Unit.COUNT, "packets both ends sent, acknowledgements and handshakes too");

    static final Measure BYTES =
            new Measure("wire_bytes", Unit.BYTES, "bytes of these packets, with all headers from IP on");
    static final Measure PAYLOAD =
            new Measure("wire_payload_bytes", Unit.BYTES, "bytes in them that are a program's, those sent again too");
    static final Measure HEADERS =
            new Measure("header_percent", Unit.PERCENT, "of the bytes on the wire, those that are headers");

    private static final String FORMULA = "100 x (wire_bytes - wire_payload_bytes) / wire_bytes";

    private OnTheWire() {}

    /** The rows, in the order they are shown. */
    public static List<Measure> measures() {
        return List.of(PACKETS, RETRANSMITS, BYTES, PAYLOAD, HEADERS);
    }

    /** The same reason for every row. */
    static List<Figure> absent(String reason) {
        return measures().stream().map(measure -> measure.absent(reason)).toList();
    }

    /** What was sent. */
    static List<Figure> figures(Traffic traffic) {
        Traffic.OneWay all = traffic.total();
        if (all.packets() == 0) {
            return absent("nothing was sent");
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
        return figures;
    }
}
