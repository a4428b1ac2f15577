package org.sockrates.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockrates.link.Traffic.OneWay;

class TrafficTest {
    private static final OneWay EARLIER = new OneWay(1, 2, 3, 4, 5, 6);
    private static final OneWay SINCE = new OneWay(10, 200, 3_000, 40_000, 500_000, 6_000_000);
    private static final OneWay LATER = new OneWay(11, 202, 3_003, 40_004, 500_005, 6_000_006);

    @Test
    void bothWaysTogetherAreTheirSums() {
        assertThat(new Traffic(EARLIER, SINCE).total()).isEqualTo(LATER);
    }

    @Test
    void whatWasSentSinceIsWhatCameToIt() {
        assertThat(new Traffic(LATER, SINCE).minus(new Traffic(EARLIER, SINCE)))
                .isEqualTo(new Traffic(SINCE, OneWay.NONE));
    }
}
