package org.sockrates.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
@Isolated("sends signals to this process")
class InterruptsTest {
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void theFirstSignalAsksWhatIsAtWorkToEnd(String signal, int status) throws Exception {
        assumeThat(ignored(signal))
                .as("a process started in the background never hears of Ctrl-C")
                .isFalse();
        CountDownLatch asked = new CountDownLatch(1);
        Interrupts interrupts = new Interrupts(() -> false, asked::countDown);
        interrupts.listen();
        send(signal);
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupts.status()).isEqualTo(status);
    }

    @Test
    void aCtrlCThatIsForAnotherProgramAsksNobody() throws Exception {
        assumeThat(ignored("INT") || ignored("TERM")).isFalse();
        CountDownLatch left = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Interrupts interrupts = new Interrupts(
                () -> {
                    left.countDown();
                    return true;
                },
                asked::countDown);
        interrupts.listen();
        send("INT");
        assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
        send("TERM");
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupts.status()).isEqualTo(Interrupts.TERMINATED);
    }

    private static void send(String signal) throws Exception {
        String kill = "kill -s " + signal + " " + ProcessHandle.current().pid();
        assertThat(new ProcessBuilder("sh", "-c", kill).inheritIO().start().waitFor())
                .isZero();
    }

    private static boolean ignored(String signal) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String mask = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElse("SigIgn: 0");
        int number = Map.of("HUP", 1, "INT", 2, "TERM", 15).getOrDefault(signal, 0);
        return (Long.parseUnsignedLong(mask.substring(7).strip(), 16) >>> (number - 1) & 1) == 1;
    }

    @Test
    void noSignalIsStatusZero() {
        assertThat(new Interrupts(() -> false, () -> {}).status()).isZero();
    }
}
