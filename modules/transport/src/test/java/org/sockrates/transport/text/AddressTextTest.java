package org.sockrates.transport.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.UsageException;

class AddressTextTest {
    @ParameterizedTest
    @CsvSource({"localhost:80,localhost,80", "127.0.0.1:65535,127.0.0.1,65535", "[::1]:9,[::1],9"})
    void readsHostAndPort(String text, String host, int port) {
        assertThat(AddressText.parse("target", text)).isEqualTo(new AddressText(host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", ":80", "host:", "host:0", "host:80:90", "::1:80", "[::1]", "[::1:80", "a:b"})
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> AddressText.parse("target", text))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("target: \"");
    }
}
