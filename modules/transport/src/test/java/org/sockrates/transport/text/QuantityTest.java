package org.sockrates.transport.text;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void namesThePointWhereACommaStands() {
        assertThatThrownBy(() -> RateText.parse("rate", "1,5mbit"))
                .hasMessage("rate: \"1,5mbit\" (expected: a point, no comma: 1.5mbit)");
        assertThatThrownBy(() -> PercentText.parse("loss", "0,5%"))
                .hasMessage("loss: \"0,5%\" (expected: a point, no comma: 0.5%)");
        assertThatThrownBy(() -> DurationText.parse("delay", "1,5s"))
                .hasMessage("delay: \"1,5s\" (expected: a point, no comma: 1.5s)");
        assertThatThrownBy(() -> SizeText.parse("limit", "1,5MB", 0, 9))
                .hasMessage("limit: \"1,5MB\" (expected: a point, no comma: 1.5MB)");
    }
}
