package org.sockrates.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class InterruptsTest {
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void theFirstSignalAsksWhatIsAtWorkToEnd(String signal, int status) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Interrupts interrupts = new Interrupts(asked::countDown);
        interrupts.listen();
        String kill = "kill -s " + signal + " " + ProcessHandle.current().pid();
        assertThat(new ProcessBuilder("sh", "-c", kill).inheritIO().start().waitFor())
                .isZero();
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(interrupts.status()).isEqualTo(status);
    }

    @Test
    void noSignalIsStatusZero() {
        assertThat(new Interrupts(() -> {}).status()).isZero();
    }
}
