package org.sockrates.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.link.rule.Rule;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.UsageException;

class LinkSpecTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "delay 20ms",
                "delay 20ms packets 2",
                "delay 20ms 5ms seed 1",
                "delay 20ms 5ms 25% distribution normal seed 42",
                "delay 20ms 5ms distribution pareto packets 3,7-9 seed 1",
                "delay 1.5s 1us distribution paretonormal seed 1",
                "loss 5% seed 42",
                "loss 5% 25% seed 1",
                "loss packets every 3",
                "loss gemodel 2% 30% seed 1",
                "loss gemodel 2% 30% 80% seed 1",
                "loss gemodel 2% 30% 100% 1% seed 1",
                "drop 3",
                "drop 3,7-9,12-",
                "drop every 10",
                "drop every 1000000000",
                "duplicate 1% seed 1",
                "duplicate packets 2",
                "delay 10ms reorder 25% seed 1",
                "delay 10ms reorder 25% 50% gap 5 seed 1",
                "delay 10ms reorder 25% gap 1000000 seed 1",
                "corrupt 0.1% seed 1",
                "rate 1mbit",
                "limit 100",
                "delay 20ms 5ms loss 5% duplicate 1% reorder 25% gap 5 corrupt 0.1% rate 1mbit limit 100 seed 42",
                "delay 20ms upstream drop 3 downstream loss 5% seed 7"
            })
    void printsWhatItReads(String text) {
        LinkSpec spec = LinkSpec.parse(text);
        assertThat(LinkSpec.parse(spec.text())).isEqualTo(spec);
        if (!text.contains("downstream")) {
            assertThat(spec.text()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loss random 5%|loss 5% seed 1",
                "loss gemodel 2%|loss gemodel 2% 98% seed 1",
                "loss 5% seed 9 downstream drop 1|loss 5% seed 9 downstream drop 1",
                "upstream loss 5% seed 9|seed 9 upstream loss 5%",
                "delay 0.02s|delay 20ms",
                "rate 1000kbit|rate 1mbit"
            })
    void writesOneThingOneWay(String text, String canonical) {
        assertThat(LinkSpec.parse(text).text()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delya 20ms|link: \"delya\" (expected: delay?)",
                "los 5%|link: \"los\" (expected: loss?)",
                "loss 5|link: loss: \"5\" (expected: a percentage, with its sign: 5%)",
                "loss 0.5|link: loss: \"0.5\" (expected: percent or fraction? 0.5%, or 50%)",
                "loss 101%|link: loss: \"101%\" (expected: a percentage from 0% to 100%)",
                "loss|link: loss: nothing follows (expected: a percentage, such as 5%)",
                "loss state 1%|link: loss: \"state\" (expected: random, gemodel, or a percentage)",
                "delay 20|link: delay: \"20\" (expected: a duration with its unit: 20ms, 20s)",
                "delay 2h|link: delay: \"2h\" (expected: a duration from 0s to 3600s)",
                "delay 20ms distribution normal|link: delay: distribution without jitter (expected: delay 20ms 5ms"
                        + " distribution normal)",
                "delay 20ms 5ms distribution norml|link: distribution: \"norml\" (expected: normal?)",
                "reorder 25%|link: \"reorder\" (expected: a delay too, else there is nothing to overtake: delay 10ms)",
                "gap 5|link: \"gap\" (expected: reorder and its percentage before it)",
                "loss 5% loss 6%|link: \"loss\" (expected: each word once, or once for each way)",
                "loss 5% upstream|link: upstream: nothing follows (expected: words for that way, behind it)",
                "upstream downstream loss 5%|link: upstream: nothing follows (expected: words for that way, behind it)",
                "loss 5% downstream seed 3|link: downstream: nothing follows (expected: words for that way, behind it)",
                "seed 1 seed 2|link: \"seed\" (expected: each word once)",
                "seed -1|link: seed: \"-1\" (expected: a whole number from 0 to 9223372036854775807)",
                "limit 0|link: limit: \"0\" (expected: a whole number from 1 to 100000)",
                "drop 9-7|link: drop: \"9-7\" (expected: the smaller number first: 7-9)",
                "drop 0|link: drop: \"0\" (expected: packet numbers such as 3 or data 3 or 3,7-9 or every 3)",
                "rate 1mbps|link: rate: \"1mbps\" (expected: bits or bytes a second? 1mbit, or 8mbit as tc reads it)"
            })
    void saysWhatWasNotUnderstood(String text, String message) {
        assertThatThrownBy(() -> LinkSpec.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loss ٥%",
                "loss NaN",
                "loss NaN%",
                "loss 1e400%",
                "loss -0.1%",
                "rate 1",
                "rate",
                "delay",
                "delay 1e3ms",
                "delay 99999999999999999h",
                "limit 1e3",
                "drop",
                "drop ,",
                "drop 1,,2",
                "drop -5",
                "drop 1-2-3",
                "drop every",
                "drop every 0",
                "drop 99999999999",
                "drop 1000000000",
                "drop every 1000000001",
                "seed",
                "seed ١",
                "corrupt 5",
                "duplicate x",
                "reorder 25% gap",
                "reorder 25% gap 0",
                "upstream reorder 1%",
                "reorder 1% upstream delay 10ms",
                "loss gemodel",
                "loss gemodel 2% 30% 1% 1% 1%",
                "5%",
                "%",
                "\u0000",
                "delay 20ms 25%",
                "loss packets",
                "limit",
                "distribution normal"
            })
    void refusesWhatCannotBeMeant(String text) {
        assertThatThrownBy(() -> LinkSpec.parse(text)).isInstanceOf(UsageException.class);
    }

    @Test
    void refusesAVeryLongText() {
        assertThatThrownBy(() -> LinkSpec.parse("loss 5% ".repeat(10_000)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("at most 4096 characters");
    }

    @Test
    void takesAsMuchAsItSaysItTakes() {
        assertThat(LinkSpec.parse(" ".repeat(4096))).isEqualTo(LinkSpec.NONE);
        assertThat(LinkSpec.parse("drop " + "1,".repeat(63) + "1").isPerfect()).isFalse();
        assertThatThrownBy(() -> LinkSpec.parse("drop " + "1,".repeat(64) + "1"))
                .hasMessageContaining("at most 64 numbers or ranges");
    }

    @Test
    void throwsNothingButUsageExceptionsWhateverTheWords() {
        List<String> words = List.of(
                "delay",
                "20ms",
                "5ms",
                "25%",
                "distribution",
                "normal",
                "loss",
                "random",
                "gemodel",
                "state",
                "5%",
                "duplicate",
                "reorder",
                "gap",
                "5",
                "corrupt",
                "rate",
                "1mbit",
                "limit",
                "100",
                "seed",
                "42",
                "drop",
                "3,7-9",
                "every",
                "packets",
                "upstream",
                "downstream",
                "",
                " ",
                "NaN",
                "-1",
                "٥%",
                "\ud800",
                "\t",
                "1-",
                "999999999999999999999",
                "latency",
                "%",
                "0");
        SplitMix64 random = new SplitMix64(20261123);
        int good = 0;
        for (int run = 0; run < 20_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(words.get(random.nextInt(words.size()))).append(random.nextInt(20) == 0 ? "" : " ");
            }
            try {
                LinkSpec spec = LinkSpec.parse(text.toString());
                assertThat(LinkSpec.parse(spec.text())).as(text.toString()).isEqualTo(spec);
                good++;
            } catch (UsageException refused) {
                assertThat(refused.getMessage()).startsWith("link").doesNotContain("null", "\n");
            }
        }
        assertThat(good).isGreaterThan(200);
    }

    @Test
    void aWordForOneWayTakesThePlaceOfTheSameWordForBoth() {
        LinkSpec spec = LinkSpec.parse("delay 20ms loss 5% upstream loss 0% downstream drop 1");
        assertThat(spec.rules(Way.UPSTREAM)).extracting(Rule::text).containsExactly("loss 0%", "delay 20ms");
        assertThat(spec.rules(Way.DOWNSTREAM))
                .extracting(Rule::text)
                .containsExactly("drop 1", "loss 5%", "delay 20ms");
    }

    @Test
    void takesASeedForATextThatNamesNone() {
        assertThat(LinkSpec.parse("loss 5%", 7).seed()).isEqualTo(7);
        assertThat(LinkSpec.parse("loss 5% seed 9", 7).seed()).isEqualTo(9);
        assertThat(LinkSpec.parse("", 7)).isEqualTo(LinkSpec.NONE.withSeed(7));
    }

    @Test
    void isPerfectWithoutRules() {
        assertThat(LinkSpec.NONE.isPerfect()).isTrue();
        assertThat(LinkSpec.parse(" \t")).isEqualTo(LinkSpec.NONE);
        assertThat(LinkSpec.parse("limit 5").isPerfect()).isFalse();
        assertThat(LinkSpec.NONE.text()).isEmpty();
        assertThat(LinkSpec.parse("loss 5%")).hasToString("loss 5% seed 1");
    }

    @ParameterizedTest
    @CsvSource({
        "delay 20ms, false",
        "rate 4mbit limit 20, false",
        "upstream drop data 3, false",
        "delay 2s reorder 100% gap 3, false",
        "loss 0%, false",
        "loss 5% seed 3, true",
        "loss gemodel 2% 30%, true",
        "duplicate 0.5%, true",
        "corrupt 100%, true",
        "downstream delay 20ms 5ms, true",
    })
    void knowsWhetherLotsAreDrawn(String words, boolean draws) {
        assertThat(LinkSpec.parse(words).draws()).isEqualTo(draws);
    }
}
