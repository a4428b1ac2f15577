package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sockrates.app.process.Started.Ended;

/** What this machine's kernel counts stands beside what the program counted. */
@Execution(ExecutionMode.CONCURRENT)
class KernelCountsTest extends OwnMachine {
    /** But for what a full queue of the processor throws away before it is anybody's, which no socket counts. */
    @Test
    void allThatAFloodLosesItLosesAtFullBuffers() throws IOException, InterruptedException {
        assumeThat(Path.of("/proc/net/udp")).exists();
        for (String path : new String[] {"loopback", "relay"}) {
            Ended ended = sockrates.run("compare", "slow-reader", "--quick", "--transports", "udp", "--path", path);
            assertThat(String.join(" ", ended.out()).replaceAll("\\s+", " "))
                    .containsPattern("(all|9[0-9](\\.[0-9])? %) of these at a full receive buffer\\.");
        }
    }
}
