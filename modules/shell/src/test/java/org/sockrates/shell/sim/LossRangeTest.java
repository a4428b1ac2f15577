package org.sockrates.shell.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.transport.UsageException;

class LossRangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0..30%   | 0 5 10 15 20 25 30",
                "0%..30%  | 0 5 10 15 20 25 30",
                "1..3%    | 1 1.2 1.4 1.6 1.8 2 2.2 2.4 2.6 2.8 3",
                "0..0.7%  | 0 0.1 0.2 0.3 0.4 0.5 0.6 0.7",
                "2..9%    | 2 3 4 5 6 7 8 9",
                "5..5%    | 5",
                "5%       | 5",
                "5%,1%,5% | 1 5",
            })
    void goesInRoundSteps(String text, String percents) {
        assertThat(LossRange.parse("--loss", text))
                .containsExactlyElementsOf(Arrays.stream(percents.split(" ", -1))
                        .map(Double::valueOf)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0..30      | --loss: \"30\" (expected: a percentage, with its sign: 30%)",
                "30..0%     | --loss: \"30..0%\" (expected: from less to more: 0%..30%)",
                "0..1..2%   | --loss: \"1..2%\" (expected: a percentage from 0% to 100%)",
                "..30%      | --loss: \"%\" (expected: a percentage from 0% to 100%)",
                "0..        | --loss: \"\" (expected: a percentage from 0% to 100%)",
                "''         | --loss: \"\" (expected: a percentage from 0% to 100%)",
                "1%,        | --loss: \"\" (expected: a percentage from 0% to 100%)",
                "-1..5%     | --loss: \"-1%\" (expected: a percentage from 0% to 100%)",
                "NaN..5%    | --loss: \"NaN%\" (expected: a percentage from 0% to 100%)",
                "0..101%    | --loss: \"101%\" (expected: a percentage from 0% to 100%)",
                "0.5        | --loss: \"0.5\" (expected: percent or fraction? 0.5%, or 50%)",
                "٣..5%      | --loss: \"٣%\" (expected: a percentage from 0% to 100%)",
            })
    void isStrict(String text, String message) {
        assertThatThrownBy(() -> LossRange.parse("--loss", text))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message.substring(message.indexOf("(expected")));
    }

    @Test
    void takesFiftyAndNoMore() {
        assertThatThrownBy(() -> LossRange.parse("--loss", "1%,".repeat(50) + "1%"))
                .hasMessage("--loss: 51 of them (expected: at most 50)");
    }
}
