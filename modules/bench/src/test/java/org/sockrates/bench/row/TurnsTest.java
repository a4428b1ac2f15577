package org.sockrates.bench.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.bench.figure.Bound;
import org.sockrates.bench.figure.Figure;
import org.sockrates.bench.figure.Skipped;

class TurnsTest {
    private final List<String> order = new ArrayList<>();

    @Test
    void contendersTakeTurnsAndOursIsFirst() throws IOException {
        Turns turns = new Turns().ours(() -> taken("ours", 6)).with("peer", () -> taken("peer", 3));

        Figure figure = (Figure) turns.take(2).against("peer", "speed", "m/s", Bound.atLeast(2));

        assertThat(order).containsExactly("ours", "peer", "ours", "peer");
        assertThat(figure.ratios()).containsExactly(2.0, 2.0);
        assertThat(figure.holds()).isTrue();
    }

    @Test
    void whoIsMissingIsSkippedWithTheReason() throws IOException {
        Turns turns = new Turns()
                .ours(() -> 1)
                .with("socat", Optional.of("socat not found"), () -> taken("socat", 1))
                .take(1);

        assertThat(turns.against("socat", "relay", "x", Bound.atLeast(1)))
                .isEqualTo(new Skipped("relay / socat", "socat not found"));
        assertThat(turns.shown("socat", Turns.OURS, "relay, socat", "x"))
                .as("as one of two who are held beside each other")
                .isEqualTo(new Skipped("relay, socat / ours", "socat not found"));
        assertThat(order).isEmpty();
    }

    private double taken(String who, double value) {
        order.add(who);
        return value;
    }
}
