package org.sockrates.capture.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.capture.ladder.LadderRow.Margin;

class StandsTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0-4 7]          | waits for 0-4 7",
                "[]               | waits for nothing",
                "old: [2-9]       | knew it, waits for 2-9",
                "next 3, keeps 5  | wants 3 next, keeps 5",
                "not 2            | throws it away, wants 2",
                "has it           | has it"
            })
    void everyNoteFollowsAName(String note, String told) {
        assertThat(StandsText.of(Margin.of(note), true)).contains(told);
    }

    @Test
    void aTimerStandsBehindIt() {
        Margin rings = Margin.of("[2]", Optional.of(TimerMark.rings(200_000_000)));

        assertThat(StandsText.of(rings, true)).contains("waits for 2, timeout after 200 ms");
        assertThat(StandsText.of(rings, false)).contains("waits for 2, timeout");
        assertThat(StandsText.of(Margin.of("[2]", Optional.of(TimerMark.of(TimerMark.Deed.STOPS, 4))), true))
                .contains("waits for 2, timer 4 off");
    }

    @Test
    void whereNothingIsToldNothingIsSaid() {
        assertThat(StandsText.of(Margin.NONE, true)).isEmpty();
    }
}
