package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockrates.compare.DrawnLine;

class BarsTest {
    @Test
    void aBarForEachDoublingOfTime() {
        Times nanos = new Times();
        Stream.generate(() -> 9_000).limit(10).forEach(nanos::add);
        Stream.generate(() -> 17_000).limit(20).forEach(nanos::add);
        nanos.add(70_000);

        assertThat(Bars.of(nanos))
                .extracting(line -> line.text(new DrawnLine.Scale(20, 40)))
                .containsExactly(
                        "from        8 us  ####################                         10",
                        "from       16 us  ########################################     20",
                        "from       32 us                                                0",
                        "from       64 us  ##                                            1");
    }

    @Test
    void nothingIsDrawnOfNothing() {
        assertThat(Bars.of(new Times())).isEmpty();
    }

    @Test
    void aTimeThatIsADoublingItselfHasItsBar() {
        Times nanos = new Times();
        nanos.add(8_000);

        assertThat(Bars.of(nanos)).extracting(DrawnLine::amount).containsExactly(1.0);
    }
}
