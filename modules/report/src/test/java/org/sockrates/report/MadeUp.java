package org.sockrates.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockrates.compare.Comparison;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Metric;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Result;
import org.sockrates.compare.Unit;

/** Comparisons made up for the reports: every kind of reading, a spread, a drawing, and text that means harm. */
final class MadeUp {
    private static final Measure LOST_PERCENT =
            new Measure("lost_percent", Unit.PERCENT, "messages that never arrived");
    private static final Measure SENT = new Measure("sent_packets", Unit.MESSAGES, "messages sent");
    private static final Measure RETRANSMITS = new Measure("retransmits", Unit.COUNT, "segments sent again");
    private static final Measure LARGEST = new Measure("promised_bytes", Unit.BYTES, "longest message promised");
    private static final Measure BITS = new Measure("bits_per_second", Unit.BITS_PER_SECOND, "payload <received>");
    private static final Measure EQUAL = new Measure("bytes_equal", Unit.YES_NO, "whether they are the same");

    private MadeUp() {}

    static Comparison two() {
        Result delivery = new Result(
                "delivery",
                "does everything arrive?",
                "200 messages of 1000 bytes, one each millisecond",
                "udp delivered 191 of 200: 9 lost (4.50 %); tcp: n/a, a relay cannot lose tcp segments.",
                List.of(
                        metric(
                                LOST_PERCENT,
                                absent("a relay cannot lose tcp segments; use --path wire"),
                                new Reading.Measured(200, 4.5, 3, 7.25, "2 of 3 runs; otherwise: no reply")),
                        metric(SENT, Reading.measured(200, 200), Reading.measured(200, 200)),
                        metric(RETRANSMITS, absent("hidden from Java"), absent("hidden from Java")),
                        metric(
                                LARGEST,
                                absent("a stream has no longest message"),
                                new Reading.Computed(
                                        65_507,
                                        65_487,
                                        65_507,
                                        "65535 - 20 IPv4 - 8 UDP",
                                        "2 of 3 runs; otherwise: no reply")),
                        metric(EQUAL, Reading.measured(200, 1), Reading.measured(200, 0))),
                Map.of(),
                false);
        Map<String, List<String>> drawings = new LinkedHashMap<>();
        drawings.put("tcp", List.of("wrote  [aaa][bb]", "read   [aaabb]"));
        drawings.put("udp", List.of("wrote  [aaa][bb]", "read   [aaa]\u001b[2J<script>alert(1)</script>"));
        Result hostile = new Result(
                "throughput",
                "how much <b>goes</b> through?",
                "sends, one after the other",
                "=cmd|' /C calc'!A0 & \u202e more.",
                List.of(metric(BITS, Reading.measured(1000, 12_345_678_901.0), Reading.measured(900, 830_000_000))),
                drawings,
                true);
        return new Comparison(
                42,
                "relay",
                "delay 20ms loss 5% seed 42",
                "",
                List.of("tcp", "udp"),
                3,
                true,
                List.of(delivery, hostile));
    }

    static Comparison five() {
        List<String> names = List.of("tcp", "udp", "rdt-sw", "rdt-gbn", "rdt-sr");
        List<Metric> metrics = new ArrayList<>();
        for (Measure measure : List.of(BITS, LOST_PERCENT, LARGEST)) {
            Map<String, Reading> readings = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                readings.put(names.get(i), new Reading.Measured(10 + i, 1e5 * (i + 1), 9e4 * (i + 1), 2e5 * (i + 1)));
            }
            metrics.add(new Metric(measure, readings));
        }
        Result result = new Result(
                "throughput", "how much goes through?", "sends", "they all differ.", metrics, Map.of(), false);
        return new Comparison(7, "loopback", "", "", names, 1, false, List.of(result));
    }

    private static Reading absent(String reason) {
        return new Reading.Absent(reason);
    }

    private static Metric metric(Measure measure, Reading tcp, Reading udp) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        readings.put("tcp", tcp);
        readings.put("udp", udp);
        return new Metric(measure, readings);
    }
}
