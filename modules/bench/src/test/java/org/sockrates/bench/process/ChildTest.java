package org.sockrates.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChildTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void aLineIsWaitedForAndTheRestIsReadToTheEnd() throws IOException {
        try (Child child = Child.start(List.of("sh", "-c", "echo one; echo port 77; echo three >&2"), LIMIT)) {
            assertThat(child.await(Pattern.compile("port (\\d+)")).group(1)).isEqualTo("77");
            assertThat(child.output()).isEqualTo("one\nport 77\nthree");
            assertThat(child.status()).isZero();
        }
    }

    @Test
    void anEndBeforeTheLineIsAFailureThatQuotesTheChild() throws IOException {
        try (Child child = Child.start(List.of("sh", "-c", "echo address in use"), LIMIT)) {
            assertThatThrownBy(() -> child.await(Pattern.compile("port")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("address in use");
        }
    }

    @Test
    void aChildThatSaysNothingIsWaitedForNoLongerThanItsLimit() throws IOException {
        try (Child child = Child.start(List.of("sh", "-c", "exec sleep 60"), Duration.ofMillis(200))) {
            assertThatThrownBy(child::output).hasMessageContaining("did not end within its limit");
        }
    }
}
