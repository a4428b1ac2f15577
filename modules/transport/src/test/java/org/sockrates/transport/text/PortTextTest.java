package org.sockrates.transport.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.UsageException;

class PortTextTest {
    @Test
    void readsEveryPort() {
        assertThat(PortText.parse("port", "1")).isEqualTo(1);
        assertThat(PortText.parse("port", "65535")).isEqualTo(65535);
        assertThat(PortText.parseOwn("port", "0")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "65536",
                "-1",
                "+80",
                "٨٠",
                "0x50",
                "",
                "80 ",
                " 80",
                "080",
                "0",
                "8e1",
                "http",
                "9223372036854775808"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> PortText.parse("port", text))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("port: \"")
                .hasMessageEndingWith("(expected: a whole number from 1 to 65535)");
    }

    @Test
    void showsTheBeginningOfAVeryLongWord() {
        assertThatThrownBy(() -> PortText.parse("port", "9".repeat(2 << 20)))
                .hasMessage("port: \"" + "9".repeat(60) + "\"... (expected: a whole number from 1 to 65535)");
    }

    @Test
    void readsSeedsUpToTheLargestLong() {
        assertThat(WholeText.parseLong("seed", "9223372036854775807", 0, Long.MAX_VALUE))
                .isEqualTo(Long.MAX_VALUE);
    }
}
