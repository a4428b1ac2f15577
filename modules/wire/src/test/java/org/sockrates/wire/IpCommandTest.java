package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class IpCommandTest {
    @Test
    void whatDoesNotEndIsEndedAtItsLimit() {
        assertThatThrownBy(() -> IpCommand.run(List.of("sleep", "60"), 1, List.of("link set lo up")))
                .isInstanceOf(IOException.class)
                .hasMessage("ip: still running after 1 s (expected: at most that)");
    }

    @Test
    void whatFailsSaysItsFirstLineAndWhatItWasTold() {
        List<String> failing = List.of("sh", "-c", "cat; echo also; exit 1");
        assertThatThrownBy(() -> IpCommand.run(failing, 10, List.of("link set lo up", "x")))
                .hasMessage("ip: link set lo up (expected: success); it was told: link set lo up; x");
    }
}
