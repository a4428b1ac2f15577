package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class IpCommandTest {
    @Test
    void whatDoesNotEndIsEndedAtItsLimit(@TempDir Path folder) throws Exception {
        Path id = folder.resolve("id");
        List<String> endless = List.of("sh", "-c", "echo $$ >" + id + "; exec sleep 60");
        assertThatThrownBy(() -> IpCommand.run(endless, 1, List.of("link set lo up")))
                .isInstanceOf(IOException.class)
                .hasMessage("ip: still running after 1 s (expected: at most that)");
        Optional<ProcessHandle> left =
                ProcessHandle.of(Long.parseLong(Files.readString(id).strip()));
        if (left.isPresent()) {
            left.get().onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatFailsSaysItsFirstLineAndWhatItWasTold() {
        List<String> failing = List.of("sh", "-c", "cat; echo also; exit 1");
        assertThatThrownBy(() -> IpCommand.run(failing, 10, List.of("link set lo up", "x")))
                .hasMessage("ip: link set lo up (expected: success); it was told: link set lo up; x");
    }
}
