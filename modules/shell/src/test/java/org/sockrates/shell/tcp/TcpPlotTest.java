package org.sockrates.shell.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TcpPlotTest {
    private static final KernelConnection ALICE = new KernelConnection(
            4,
            "alice",
            new InetSocketAddress("10.77.0.1", 40_000),
            new InetSocketAddress("10.77.0.2", 7),
            "ESTAB",
            Optional.empty());

    /** A second of silence, slow start, a loss at 1.5 s, and silence from 2 s on. */
    private static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i <= 30; i++) {
            long unacked = i < 10 || i > 20 ? 0 : 5;
            boolean lost = i >= 15;
            samples.add(new Sample(
                    i * 100_000_000L,
                    lost ? Info.of(20, 20, unacked, 1) : Info.of(10L + 6L * Math.max(0, i - 10), unacked)));
        }
        return samples;
    }

    @Test
    void drawsWhatWasInFlightWithItsScales() {
        List<String> lines = TcpPlot.busy(ALICE, samples(), 60, false).lines();
        assertThat(lines.get(0)).isEqualTo("alice (4): 10.77.0.1:40000 > 10.77.0.2:7, watched 3.00 s, n 31");
        assertThat(lines).contains("in segments of 1448 bytes: cwnd (*), ssthresh (-)");
        assertThat(lines).anyMatch(line -> line.startsWith("   40 |")).anyMatch(line -> line.startsWith("    0 |"));
        assertThat(lines).anyMatch(line -> line.matches("again \\| {20,30}x"));
        assertThat(lines.get(lines.size() - 1)).matches(" +1\\.0 +1\\.5 +2\\.0 s");
        assertThat(lines).hasSizeLessThan(24).allMatch(line -> line.length() <= 80 && line.matches("\\p{ASCII}*"));
    }

    @Test
    void drawsAllOfItWhenAsked() {
        List<String> lines = TcpPlot.whole(ALICE, samples(), 80, true).lines();
        assertThat(lines.get(lines.size() - 1)).matches(" +0\\.0 .* 3\\.0 s");
        assertThat(lines).anyMatch(line -> line.matches(".*[\\x{2801}-\\x{28ff}].*"));
    }

    @Test
    void silenceAloneIsDrawnToo() {
        List<Sample> silence = samples().subList(0, 5);
        assertThat(TcpPlot.busy(ALICE, silence, 80, false)).isEqualTo(TcpPlot.whole(ALICE, silence, 80, false));
        assertThat(TcpPlot.busy(ALICE, silence, 80, false).lines())
                .noneMatch(line -> line.startsWith("again"))
                .anyMatch(line -> line.endsWith(" ms"));
    }

    @Test
    void tellsAProgramEverySample() {
        Map<?, ?> json = (Map<?, ?>) TcpPlot.busy(ALICE, samples(), 60, false).json();
        List<?> points = (List<?>) json.get("samples");
        assertThat(points).hasSize(13);
        Map<?, ?> first = (Map<?, ?>) points.get(0);
        Map<?, ?> last = (Map<?, ?>) points.get(12);
        assertThat(List.of(last.get("time_s"), last.get("ssthresh"), last.get("rtt_ms")))
                .isEqualTo(List.of(2.1, 20L, 20.4));
        assertThat(first.containsKey("ssthresh")).isTrue();
        assertThat(first.get("ssthresh")).isNull();
    }
}
