package org.sockrates.shell.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private final Samples samples = new Samples(4, Duration.ofMillis(2));

    private List<Long> add(long... nanos) {
        for (long each : nanos) {
            samples.add(new Sample(each, Info.of(10, 0)));
        }
        return samples.all().stream().map(Sample::nanos).toList();
    }

    @Test
    void keepsAllAsLongAsThereIsRoom() {
        assertThat(add(0, 1, 2, 3)).containsExactly(0L, 1L, 2L, 3L);
        assertThat(samples.everyNanos()).isEqualTo(2_000_000);
    }

    @Test
    void thenForgetsEverySecondAndGoesHalfAsFast() {
        assertThat(add(0, 1, 2, 3, 4)).containsExactly(0L, 2L, 4L);
        assertThat(samples.everyNanos()).isEqualTo(4_000_000);
        assertThat(add(6, 8, 12)).containsExactly(0L, 4L, 8L, 12L);
        assertThat(samples.everyNanos()).isEqualTo(8_000_000);
    }
}
