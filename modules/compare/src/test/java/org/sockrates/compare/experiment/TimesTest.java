package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void whatIsSaidWasMeasured() {
        Times times = new Times();
        for (int i = 200; i > 0; i--) {
            times.add(i * 1_000_001L);
        }

        assertThat(times.count()).isEqualTo(200);
        assertThat(times.least()).isEqualTo(1_000_001);
        assertThat(times.percentile(25)).isEqualTo(50 * 1_000_001L);
        assertThat(times.percentile(50)).isEqualTo(100 * 1_000_001L);
        assertThat(times.percentile(99.5)).isEqualTo(199 * 1_000_001L);
        assertThat(times.percentile(0.1 * 3 * 10)).isEqualTo(6 * 1_000_001L); // a product a little above 3
        assertThat(times.most()).isEqualTo(200 * 1_000_001L);
    }

    @Test
    void ofAllAlikeEveryPercentileIsTheSame() {
        Times times = new Times();
        for (int i = 0; i < 7; i++) {
            times.add(40_004_000);
        }

        for (double percent : new double[] {0, 25, 50, 99, 99.999, 100}) {
            assertThat(times.percentile(percent)).isEqualTo(40_004_000);
        }
    }

    @Test
    void oneThatCameLaterIsFoundToo() {
        Times times = new Times();
        times.add(3);
        assertThat(times.most()).isEqualTo(3);
        times.add(1);

        assertThat(times.least()).isEqualTo(1);
        assertThat(times.countBetween(1, 3)).isEqualTo(1);
    }

    @Test
    void ofNothingThereIsNothing() {
        assertThat(new Times().most()).isZero();
    }
}
