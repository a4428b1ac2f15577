package org.sockrates.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static String of(List<String> transports, int width) {
        return SideBySide.of(transports, width, some -> {
            Grid grid = new Grid("l".repeat(some.size()));
            grid.row(some);
            return grid;
        });
    }

    @Test
    void asManyStandSideBySideAsFit() {
        assertThat(of(List.of("tcp", "udp", "rdt"), 10)).isEqualTo("  tcp  udp\n\n  rdt\n");
        assertThat(of(List.of("tcp", "udp"), 9)).isEqualTo("  tcp\n\n  udp\n");
    }

    @Test
    void oneThatIsTooWideStandsAlone() {
        assertThat(of(List.of("tcp", "udp"), 1)).isEqualTo("  tcp\n\n  udp\n");
    }
}
