package org.sockrates.link.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DropTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop 3|..x.........",
                "drop 3,7-9|..x...xxx...",
                "drop 10-|.........xxx",
                "drop every 3|..x..x..x..x",
                "drop 1,1,1-2|xx..........",
                "drop 99|............",
                "loss packets 2,4|.x.x........"
            })
    void losesThesePacketsAndNoOthers(String link, String map) {
        for (long seed : new long[] {1, 2, 3}) {
            LinkBench bench = new LinkBench(link + " seed " + seed);
            bench.offerEach(12, 1000);
            assertThat(bench.map()).isEqualTo(map);
        }
    }
}
