package org.sockrates.transport.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTextTest {
    @Test
    void onlyOneIsWithoutAnS() {
        assertThat(CountText.print(0, "byte")).isEqualTo("0 bytes");
        assertThat(CountText.print(1, "duplicate ACK")).isEqualTo("1 duplicate ACK");
        assertThat(CountText.print("1.50", "receive")).isEqualTo("1.50 receives");
        assertThat(CountText.print(1L << 40, "row")).isEqualTo("1099511627776 rows");
    }
}
