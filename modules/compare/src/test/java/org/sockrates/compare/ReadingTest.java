package org.sockrates.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final Measure LOST = new Measure("lost_percent", Unit.PERCENT, "lost");

    @Test
    void anAbsentValueWithoutAReasonIsRefused() {
        assertThatThrownBy(() -> LOST.absent(" ")).hasMessageContaining("states the reason");
        assertThatThrownBy(() -> LOST.computed(1, "")).hasMessageContaining("states its formula");
    }

    @Test
    void whatIsNotANumberIsNotAMeasurement() {
        assertThatThrownBy(() -> LOST.measured(1, Double.NaN)).hasMessageContaining("not a measurement");
        assertThatThrownBy(() -> new Reading.Measured(1, 5, 6, 7)).hasMessageContaining("not a measurement");
        assertThatThrownBy(() -> new Reading.Measured(1, 5, 3, 4)).hasMessageContaining("not a measurement");
    }

    @Test
    void onlyAnAbsentReadingHasNoValue() {
        assertThat(LOST.absent("why").reading().value()).isEmpty();
        assertThat(LOST.computed(2, "1 + 1").reading().value()).hasValue(2);
        assertThat(LOST.measured(9, 4.5).reading().value()).hasValue(4.5);
        assertThat(LOST.held(9, true).reading().value()).hasValue(1);
        assertThat(LOST.held(9, false).reading().value()).hasValue(0);
    }

    /** Neither {@code 1..3} and {@code 2..9} nor {@code 1..3} and {@code 3..9} tell which is more. */
    @Test
    void rangesThatTouchLeaveOpenWhichIsMore() {
        Reading low = new Reading.Measured(9, 2, 1, 3);

        assertThat(low.overlaps(new Reading.Measured(9, 5, 2, 9))).isTrue();
        assertThat(new Reading.Measured(9, 5, 3, 9).overlaps(low)).isTrue();
        assertThat(low.overlaps(new Reading.Measured(9, 5, 3.1, 9))).isFalse();
        assertThat(Reading.measured(9, 4).overlaps(low)).isFalse();
        assertThat(Reading.measured(9, 4).overlaps(Reading.measured(9, 4))).isTrue();
        assertThat(low.overlaps(new Reading.Absent("why"))).isFalse();
        assertThat(new Reading.Absent("why").overlaps(low)).isFalse();
    }

    @Test
    void aMetricKeepsTheOrderOfItsTransports() {
        Map<String, Reading> readings = new LinkedHashMap<>();
        readings.put("udp", Reading.measured(7, 1));
        readings.put("tcp", Reading.measured(9, 1));
        readings.put("rdt", new Reading.Absent("why"));

        assertThat(new Metric(LOST, readings).readings().keySet()).containsExactly("udp", "tcp", "rdt");
    }

    @Test
    void aResultKnowsEveryMeasureOfEveryTransportAndNoOther() {
        Metric metric = new Metric(LOST, Map.of("tcp", Reading.measured(1, 3)));
        Result result = new Result("delivery", "all?", "how", "so.", List.of(metric), Map.of(), false);
        Measure other = new Measure("other", Unit.COUNT, "another");

        assertThat(result.transports()).containsExactly("tcp");
        assertThat(result.value(LOST, "tcp")).hasValue(3);
        assertThatThrownBy(() -> result.value(LOST, "udp"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("lost_percent of udp");
        assertThatThrownBy(() -> result.value(other, "tcp")).isInstanceOf(NoSuchElementException.class);
        assertThat(new Result("x", "?", "", "", List.of(), Map.of(), false).transports())
                .isEmpty();
    }

    @Test
    void whatAnExperimentDidNotGetToIsAbsent() {
        assertThat(Observations.of().reading(LOST)).isEqualTo(new Reading.Absent("not observed"));
    }
}
