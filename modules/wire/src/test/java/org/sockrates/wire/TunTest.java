package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.transport.testkit.Task;

@InNamespace
@Timeout(60)
class TunTest {
    private static final int TIMES = 10;

    /** A descriptor that one gives back is the next one's, at any moment. */
    @Test
    void isMadeWhileOthersEnd() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Task<Integer>> others = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String name = "other" + i;
            others.add(Task.start(() -> madeAndEnded(name, over)));
        }
        try {
            for (int i = 0; i < TIMES; i++) {
                try (Tun tun = Tun.open("made").orElseThrow()) {
                    assertThat(devices()).anyMatch(line -> line.strip().startsWith("made:"));
                }
            }
        } finally {
            over.set(true);
        }
        for (Task<Integer> other : others) {
            assertThat(other.result()).isPositive();
        }
    }

    private static int madeAndEnded(String name, AtomicBoolean over) throws IOException {
        int times = 0;
        while (times == 0 || !over.get()) {
            Tun.open(name).orElseThrow().close();
            times++;
        }
        return times;
    }

    @Test
    void aNameThatIsTakenIsNotGivenTwice() throws IOException {
        try (Tun first = Tun.open("taken").orElseThrow()) {
            assertThat(Tun.open("taken")).isEmpty();
        }
        assertThat(devices()).noneMatch(line -> line.strip().startsWith("taken:"));
    }

    private static List<String> devices() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/net/dev"));
    }
}
