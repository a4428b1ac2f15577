package org.sockrates.transport.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.UsageException;

class SizeTextTest {
    @ParameterizedTest
    @CsvSource({
        "1400,1400",
        "64KiB,65536",
        "1MiB,1048576",
        "2GiB,2147483648",
        "1024GiB,1099511627776",
        "0,0",
        "1000000,1000000"
    })
    void readsAndPrintsThemAlike(String text, long bytes) {
        assertThat(SizeText.parse("size", text, 0, 1L << 40)).isEqualTo(bytes);
        assertThat(SizeText.print(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1400B,1400", "1.5kB,1500", "1MB,1000000", "1GB,1000000000"})
    void readsThousandsToo(String text, long bytes) {
        assertThat(SizeText.parse("size", text, 0, 1L << 40)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "B", "-1", "+1", "1.5", "1e3", "64k", "1x", "٦٤", "2048", "99999999999GiB"})
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> SizeText.parse("size", text, 0, 1400))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("size: \"");
    }

    @Test
    void asksWhetherAKiloIsAThousand() {
        assertThatThrownBy(() -> SizeText.parse("size", "64k", 0, 1 << 20))
                .hasMessage("size: \"64k\" (expected: thousands or 1024s? 64kB, or 64KiB)");
        assertThatThrownBy(() -> SizeText.parse("size", "1m", 0, 1 << 20))
                .hasMessage("size: \"1m\" (expected: thousands or 1024s? 1MB, or 1MiB)");
    }
}
