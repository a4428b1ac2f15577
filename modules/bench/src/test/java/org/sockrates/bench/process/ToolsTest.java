package org.sockrates.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ToolsTest {
    @Test
    void whatIsMissingIsNamedWithItsDebianPackage() {
        assertThat(Tools.lacking(List.of("sh", "no-such-peer")))
                .contains("no-such-peer not found (Debian: no-such-peer)");
    }

    @Test
    void nothingLacksWhereEveryToolIsThere() {
        assertThat(Tools.lacking(List.of("sh"))).isEmpty();
    }
}
