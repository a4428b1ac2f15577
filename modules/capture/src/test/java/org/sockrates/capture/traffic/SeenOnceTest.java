package org.sockrates.capture.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.capture.traffic.SeenOnce.Once;

class SeenOnceTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void saysWhatALookAtEachWouldSay(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            List<Once> all =
                    Stream.generate(() -> any(random)).limit(random.nextInt(4)).toList();
            Once one = any(random);
            assertThat(new SeenOnce(all).hasOneInOrderWith(one))
                    .as("%s among %s, seed %d", one, all, seed)
                    .isEqualTo(all.stream().anyMatch(each -> isInOrder(one, each)));
            assertThat(new SeenOnce(all).isEmpty()).isEqualTo(all.isEmpty());
        }
    }

    private static Once any(Random random) {
        return new Once(random.nextInt(5), random.nextInt(5));
    }

    private static boolean isInOrder(Once one, Once other) {
        return (one.here() < other.here()) == (one.there() < other.there());
    }
}
