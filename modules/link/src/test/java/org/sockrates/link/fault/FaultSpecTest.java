package org.sockrates.link.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.UsageException;

class FaultSpecTest {
    private static final List<String> TEXTS = List.of(
            "",
            "latency 100ms",
            "latency 100ms 20ms seed 1",
            "latency 100ms 20ms 25% distribution normal seed 7",
            "bandwidth 1mbit",
            "slicer 100",
            "slicer 100 1 seed 1",
            "slicer 100 20 seed 1",
            "slicer 100 5ms",
            "slicer 100 20us",
            "slicer 100 20 5ms seed 1",
            "slow_close 2s",
            "timeout 0s",
            "reset_peer 1s",
            "limit_data 1000",
            "limit_data 64KiB toxicity 30% seed 9",
            "limit_data 64KiB toxicity 30% seed 1",
            "latency 1s upstream slicer 1 downstream limit_data 0",
            "downstream reset_peer 0s");

    @ParameterizedTest
    @FieldSource("TEXTS")
    void printsWhatItReads(String text) {
        FaultSpec spec = FaultSpec.parse(text, FaultSpec.USUAL_SEED);
        assertThat(spec.text()).isEqualTo(text);
        assertThat(spec).hasToString(text);
        assertThat(FaultSpec.parse(spec.text(), FaultSpec.USUAL_SEED)).isEqualTo(spec);
        assertThat(spec.isEmpty()).isEqualTo(text.isEmpty());
    }

    @Test
    void everyFaultIsTriedHere() {
        String tried = String.join(" ", TEXTS);
        assertThat(Fault.SEQUENCE).filteredOn(word -> !tried.contains(word)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "slicr 100|fault: \"slicr\" (expected: slicer?)",
                "latency 100|fault: latency: \"100\" (expected: a duration with its unit: 100ms, 100s)",
                "slicer 10 10|fault: slicer: \"10\" (expected: a variation below the size 10)",
                "slicer 0|fault: slicer: \"0\" (expected: a size from 1 to 1MiB)",
                "slicer 64k|fault: slicer: \"64k\" (expected: thousands or 1024s? 64kB, or 64KiB)",
                "slicer 10 11s|fault: slicer: \"11s\" (expected: a duration from 0s to 10s)",
                "timeout|fault: timeout: nothing follows (expected: a duration, such as 20ms)",
                "bandwidth 5|fault: bandwidth: \"5\" (expected: a rate with its unit: 5kbit, 5mbit)",
                "slicer 5 slicer 6|fault: \"slicer\" (expected: each word once, or once for each way)",
                "slicer 5 upstream|fault: upstream: nothing follows (expected: words for that way, behind it)",
                "seed 1 slicer 5 seed 2|fault: \"seed\" (expected: each word once)",
                "toxicity 5% toxicity 50%|fault: \"toxicity\" (expected: each word once)",
                "toxicity 5|fault: toxicity: \"5\" (expected: a percentage, with its sign: 5%)"
            })
    void saysWhatWasNotUnderstood(String text, String message) {
        assertThatThrownBy(() -> FaultSpec.parse(text, FaultSpec.USUAL_SEED))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @Test
    void namesEveryWordWhereOneIsLikeNone() {
        assertThatThrownBy(() -> FaultSpec.parse("loss 5%", FaultSpec.USUAL_SEED))
                .hasMessage("fault: \"loss\" (expected: " + String.join(" ", Fault.SEQUENCE)
                        + " toxicity seed upstream downstream)");
    }

    @Test
    void throwsNothingButUsageExceptionsWhateverTheWords() {
        List<String> words = List.of(
                "latency",
                "bandwidth",
                "slicer",
                "slow_close",
                "timeout",
                "reset_peer",
                "limit_data",
                "toxicity",
                "seed",
                "upstream",
                "downstream",
                "100",
                "20",
                "5ms",
                "1s",
                "25%",
                "1mbit",
                "64KiB",
                "-1",
                "NaN",
                "٥",
                "\ud800",
                "distribution",
                "pareto",
                "",
                "99999999999999999999");
        SplitMix64 random = new SplitMix64(20261124);
        int good = 0;
        for (int run = 0; run < 20_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(words.get(random.nextInt(words.size()))).append(' ');
            }
            try {
                FaultSpec spec = FaultSpec.parse(text.toString(), FaultSpec.USUAL_SEED);
                assertThat(FaultSpec.parse(spec.text(), FaultSpec.USUAL_SEED))
                        .as(text.toString())
                        .isEqualTo(spec);
                good++;
            } catch (UsageException refused) {
                assertThat(refused.getMessage()).startsWith("fault").doesNotContain("null", "\n");
            }
        }
        assertThat(good).isGreaterThan(200);
    }

    @Test
    void aFaultForOneWayTakesThePlaceOfTheSameForBoth() {
        FaultSpec spec = FaultSpec.parse("latency 1s slicer 5 upstream latency 2s", 3);
        assertThat(spec.faults(Way.UPSTREAM)).extracting(Fault::text).containsExactly("slicer 5", "latency 2s");
        assertThat(spec.faults(Way.DOWNSTREAM)).extracting(Fault::text).containsExactly("slicer 5", "latency 1s");
        assertThat(spec.seed()).isEqualTo(3);
    }
}
