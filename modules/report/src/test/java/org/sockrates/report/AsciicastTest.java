package org.sockrates.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AsciicastTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Asciicast cast(String title) {
        return new Asciicast(out, 80, Instant.parse("2026-01-02T12:01:07.9Z"), title);
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void isAHeaderAndEventsALineEach() throws IOException {
        try (Asciicast cast = cast("hello")) {
            cast.line(Duration.ofMillis(1_500), "socket = 3 \u2014 \u001b");
            cast.keys(Duration.ofMillis(40), "a\ud83d\ude00");
            cast.pause(Duration.ofMillis(300));
            cast.pause(Duration.ofMillis(200));
            cast.marker(Duration.ofNanos(1_999), "here");
            cast.exit(Duration.ofMillis(-1), 2);
            assertThat(cast.length()).isEqualTo(Duration.ofNanos(2_080_001_000));
            assertThat(cast.bytes()).isEqualTo(out.size());
        }
        assertThat(written()).isEqualTo("""
                {"version":3,"term":{"cols":80,"rows":24},"timestamp":1767355267,"title":"hello"}
                [1.500000,"o","socket = 3 \\u2014 \\u001B\\r\\n"]
                [0.040000,"o","a"]
                [0.040000,"o","\\uD83D\\uDE00"]
                [0.500001,"m","here"]
                [0.000000,"x","2"]
                """);
    }

    @Test
    void nothingIsWrittenBeforeTheFirstEvent() throws IOException {
        cast("").close();
        assertThat(written()).isEmpty();
    }

    @Test
    void aTitleMayBeMissing() throws IOException {
        try (Asciicast cast = cast("")) {
            cast.output(Duration.ZERO, "");
        }
        assertThat(written().lines())
                .containsExactly(
                        "{\"version\":3,\"term\":{\"cols\":80,\"rows\":24},\"timestamp\":1767355267}",
                        "[0.000000,\"o\",\"\"]");
    }
}
