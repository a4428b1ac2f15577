package org.sockrates.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.testkit.Property;

final class RangesTest {
    private final Ranges ranges = new Ranges();

    /** In whatever order they come, also where numbers come round again. */
    @Test
    void theyHoldWhatASetOfNumbersWould() {
        Property.forAll(200, draw -> {
            int base = draw.oneOf(List.of(0, -100, Integer.MAX_VALUE - 100));
            Ranges some = new Ranges();
            BitSet numbers = new BitSet();
            for (int next = 0; next < 200; ) {
                int from = draw.between(next + 1, 230);
                int end = draw.between(from + 1, from + 12);
                some.add(base + from, base + end);
                numbers.set(from, end);
                assertThat(some.total()).isEqualTo(numbers.cardinality());
                if (draw.chance(0.2)) {
                    int to = draw.between(next + 1, next + 20);
                    next = numbers.nextClearBit(to);
                    assertThat(some.passed(base + to)).isEqualTo(base + next);
                    numbers.clear(0, next);
                    assertThat(some.isEmpty()).isEqualTo(numbers.isEmpty());
                }
            }
        });
    }

    @Test
    void thereAreNoMoreThanFourThousand() {
        for (int i = 0; i < 5_000; i++) {
            ranges.add(10 * i, 10 * i + 1);
        }
        assertThat(ranges.total()).isEqualTo(4_096);
        ranges.add(0, 10);
        assertThat(ranges.total()).as("one that is there may grow").isEqualTo(4_096 + 9);
    }
}
