package org.sockrates.transport.rdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sockrates.transport.UsageException;

final class NumbersTest {
    @Test
    void allOfThemComeRoundAgainWhereAnIntDoes() {
        assertThat(Numbers.ALL.plus(-1, 1)).isZero();
        assertThat(Numbers.ALL.plus(0, -1)).isEqualTo(-1);
        assertThat(Numbers.ALL.steps(-2, 3)).isEqualTo(5);
        assertThat(Numbers.ALL.steps(3, -2)).isEqualTo((1L << 32) - 5);
    }

    @Test
    void fewOfThemComeRoundSooner() {
        Numbers five = new Numbers(5);

        assertThat(five.plus(4, 1)).isZero();
        assertThat(five.plus(0, -1)).isEqualTo(4);
        assertThat(five.plus(3, 7)).isZero();
        assertThat(five.steps(4, 1)).isEqualTo(2);
        assertThat(five.steps(1, 1)).isZero();
    }

    @Test
    void oneIsNoNumbers() {
        assertThatThrownBy(() -> new Numbers(1))
                .isInstanceOf(UsageException.class)
                .hasMessage("numbers: \"1\" (expected: 2 to 2^32)");
        assertThatThrownBy(() -> new Numbers((1L << 32) + 1)).isInstanceOf(UsageException.class);
    }
}
