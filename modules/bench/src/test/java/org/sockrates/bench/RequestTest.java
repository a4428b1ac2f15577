package org.sockrates.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestTest {
    private static final List<String> ROWS = List.of("bulk", "hello");

    @Test
    void nothingTypedAsksForEveryRow() {
        Request request = Request.of(new String[0], ROWS);

        assertThat(request.asksFor("bulk")).isTrue();
        assertThat(request.asksFor("hello")).isTrue();
        assertThat(request.quick()).isFalse();
    }

    @Test
    void rowsAndOptionsMayBeMixed() {
        Request request = Request.of(new String[] {"hello", "--json", "a.json", "--quick"}, ROWS);

        assertThat(request.asksFor("bulk")).isFalse();
        assertThat(request.asksFor("hello")).isTrue();
        assertThat(request.quick()).isTrue();
        assertThat(request.json()).contains(Path.of("a.json"));
        assertThat(request.markdown()).isEmpty();
    }

    @Test
    void anUnknownRowIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> Request.of(new String[] {"bulky"}, ROWS))
                .hasMessage("bench: bulky: no such row (expected: bulk, hello)");
    }

    @Test
    void anOptionWithoutItsFileIsRefused() {
        assertThatThrownBy(() -> Request.of(new String[] {"--json"}, ROWS))
                .hasMessage("bench: --json: nothing (expected: a file)");
    }
}
