package org.sockrates.transport.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.UsageException;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({"20ms,20000000", "1.5s,1500000000", "7us,7000", "9ns,9", "120s,120000000000", "0s,0"})
    void readsAndPrintsThemAlike(String text, long nanos) {
        assertThat(DurationText.parse("delay", text)).isEqualTo(Duration.ofNanos(nanos));
        assertThat(DurationText.print(Duration.ofNanos(nanos))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-1,0,-1s", "-1,999000000,-1ms", "-2,500000000,-1.5s", "100000000000,1,100000000000.000000001s"})
    void printsWhatNobodyTypes(long seconds, long nanos, String text) {
        assertThat(DurationText.print(Duration.ofSeconds(seconds, nanos))).isEqualTo(text);
    }

    @Test
    void aDurationMayBeAsLongAsThereAre() {
        Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
        assertThat(DurationText.print(forever)).isEqualTo("9223372036854775807s");
        assertThat(DurationText.print(Duration.ofSeconds(Long.MIN_VALUE))).isEqualTo("-9223372036854775808s");
        assertThat(DurationText.parse("limit", "30h", Duration.ZERO, forever)).isEqualTo(Duration.ofHours(30));
        assertThatThrownBy(() -> DurationText.parse("limit", "1ms", Duration.ofSeconds(1), forever))
                .hasMessage("limit: \"1ms\" (expected: a duration from 1s to 9223372036854775807s)");
    }

    @Test
    void readsMinutesHoursAndCapitals() {
        assertThat(DurationText.parse("limit", "2min")).isEqualTo(Duration.ofMinutes(2));
        assertThat(DurationText.parse("limit", "1h")).isEqualTo(Duration.ofHours(1));
        assertThat(DurationText.parse("limit", "20MS")).isEqualTo(Duration.ofMillis(20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ms",
                "20",
                "-1ms",
                "+1ms",
                "1e3ms",
                "٢٠ms",
                "20 ms",
                "0.5ns",
                "25h",
                "999999999999999999s",
                "1.ms",
                "20m",
                "20milliseconds",
                "NaNms"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> DurationText.parse("delay", text))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("delay: \"");
    }

    @Test
    void asksForTheUnit() {
        assertThatThrownBy(() -> DurationText.parse("delay", "20"))
                .hasMessage("delay: \"20\" (expected: a duration with its unit: 20ms, 20s)");
    }

    @ParameterizedTest
    @CsvSource({
        "0, from 1ms to 10s",
        "0.5, with its unit: 0.5s",
        "11, with its unit: 11ms",
        "10001, from 1ms to 10s",
    })
    void asksOnlyForAUnitThatWouldDo(String text, String expected) {
        assertThatThrownBy(() -> DurationText.parse("pause", text, Duration.ofMillis(1), Duration.ofSeconds(10)))
                .hasMessage("pause: \"" + text + "\" (expected: a duration " + expected + ")");
    }

    @Test
    void saysTheLimits() {
        assertThatThrownBy(() -> DurationText.parse("pause", "11s", Duration.ofMillis(1), Duration.ofSeconds(10)))
                .hasMessage("pause: \"11s\" (expected: a duration from 1ms to 10s)");
    }
}
