package org.sockrates.bench.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.wire.WireAbility;

/**
 * The model of TCP beside the kernel's, over the same kinds of links: two of the fifteen cells that {@code scripts/bench
 * sim} measures. Skipped where there can be no wire, with the reason; where {@code CI} is set it fails there.
 */
@Timeout(120)
class ModelAgainstKernelTest {
    private static final int CONNECTIONS = 40;
    private static final Duration TIME = Duration.ofSeconds(3);

    /**
     * Four times what chance moves the ratio of the lossy cell by: the standard error of the kernel's mean is 4 %, of the
     * model's 2 %; eight runs on a busy machine went from 9 % below to 5 % above. A receiver that acknowledged more often
     * than the kernel's made 25 %.
     */
    private static final double MOST_OFF_PERCENT = 20;

    @ParameterizedTest
    @CsvSource({"0, 20", "5, 5"})
    void theModelDeliversAboutAsMuchAsTheKernel(double lossPercent, int delayMillis) throws IOException {
        Optional<String> lacking = WireAbility.look().missing();
        assumeTrue(lacking.isEmpty() || System.getenv("CI") != null, () -> lacking.orElse(""));

        ModelCell.Both both = new ModelCell(lossPercent, delayMillis).measure(CONNECTIONS, 1, TIME);

        assertThat(both.offPercent()).as(both.toString()).isLessThan(MOST_OFF_PERCENT);
    }
}
