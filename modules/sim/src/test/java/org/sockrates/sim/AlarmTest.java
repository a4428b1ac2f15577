package org.sockrates.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AlarmTest {
    private final Timeline timeline = new Timeline();
    private final List<Long> rang = new ArrayList<>();
    private final Alarm alarm = new Alarm(timeline, () -> rang.add(timeline.nowNanos()));

    private void all() {
        while (timeline.next(Long.MAX_VALUE)) {}
    }

    @Test
    void ringsOnceAtTheTimeThatWasSetLast() {
        alarm.at(10);
        alarm.at(30);
        alarm.at(20);
        assertThat(alarm.nanos()).isEqualTo(20);
        all();

        assertThat(rang).containsExactly(20L);
        assertThat(alarm.nanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(timeline.happened()).as("planned once, and once more").isEqualTo(2);
    }

    @Test
    void broughtForwardItRingsEarlierAndNotAgain() {
        alarm.at(30);
        alarm.at(10);
        all();

        assertThat(rang).containsExactly(10L);
    }

    @Test
    void calledOffItIsSilent() {
        alarm.at(10);
        alarm.at(Long.MAX_VALUE);
        all();

        assertThat(rang).isEmpty();
    }

    @Test
    void aTimeThatIsPastIsNow() {
        timeline.passUntil(50);
        alarm.at(10);
        all();

        assertThat(rang).containsExactly(50L);
    }
}
