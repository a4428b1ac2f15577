package org.sockrates.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.link.rule.LinkBench;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.testkit.Lottery;

class TcCommandTest {
    @Test
    void printsTheCommandOfRoot() {
        assertThat(LinkSpec.parse(
                                "delay 20ms 5ms loss 5% duplicate 1% reorder 25% gap 5 corrupt 0.1% rate 1mbit limit 100"
                                        + " seed 42")
                        .asTc("lo"))
                .containsExactly(
                        "tc qdisc add dev lo root netem loss 5% duplicate 1% corrupt 0.1% delay 20ms 5ms"
                                + " reorder 25% gap 5 limit 100 rate 1mbit",
                        "# netem draws lots of its own; a newer tc takes: seed 42");
        assertThat(LinkSpec.parse("rate 1mbit").asTc("eth0"))
                .containsExactly("tc qdisc add dev eth0 root netem rate 1mbit");
        assertThat(LinkSpec.NONE.asTc("eth0")).containsExactly("tc qdisc add dev eth0 root netem");
    }

    @Test
    void saysWhatTheCommandOfRootCannotSay() {
        assertThat(LinkSpec.parse("delay 20ms reorder packets 4").asTc("eth0"))
                .containsExactly(
                        "tc qdisc add dev eth0 root netem delay 20ms", "# netem has no word for: reorder packets 4");
        assertThat(LinkSpec.parse("drop 3 delay 20ms duplicate packets 2 upstream loss 5%")
                        .asTc("eth0"))
                .containsExactly(
                        "tc qdisc add dev eth0 root netem loss 5% delay 20ms  # on the client's host",
                        "# netem has no word for: drop 3",
                        "# netem has no word for: duplicate packets 2",
                        "# netem draws lots of its own; a newer tc takes: seed 1",
                        "tc qdisc add dev eth0 root netem delay 20ms  # on the server's host",
                        "# netem has no word for: drop 3",
                        "# netem has no word for: duplicate packets 2");
    }

    /** netem blends the numbers it draws: loss 10% 25% loses 1.8 % there. */
    @Test
    void saysTheLawOfACorrelationAndNotItsWords() {
        assertThat(LinkSpec.parse("loss 10% 25%").asTc("lo"))
                .containsExactly(
                        "tc qdisc add dev lo root netem loss gemodel 7.5% 67.5%",
                        "# netem draws lots of its own; a newer tc takes: seed 1");
        assertThat(LinkSpec.parse("loss 0.1% 33.3%").asTc("lo"))
                .first()
                .isEqualTo("tc qdisc add dev lo root netem loss gemodel 0.0667% 66.6333%");
        assertThat(LinkSpec.parse("loss 10% 100%").asTc("lo"))
                .contains("# netem blends the numbers of a correlation, and hits at another rate: loss 10% 100%");
        assertThat(LinkSpec.parse("corrupt 2% 10% delay 10ms reorder 25% 50%").asTc("lo"))
                .contains(
                        "# netem blends the numbers of a correlation, and hits at another rate: corrupt 2% 10%",
                        "# netem blends the numbers of a correlation, and hits at another rate: reorder 25% 50%");
        assertThat(LinkSpec.parse("loss 100% 5% duplicate 1% 25% corrupt 2%").asTc("lo"))
                .containsExactly(
                        "tc qdisc add dev lo root netem loss 100% 5% duplicate 1% 25% corrupt 2%",
                        "# tc leaves out this correlation, or netem blends it: duplicate 1% 25%",
                        "# netem draws lots of its own; a newer tc takes: seed 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"loss 10% 25% seed 3", "loss gemodel 7.5% 67.5% seed 3"})
    void aCorrelationAndItsBurstsAreOneLaw(String rules) {
        LinkBench bench = new LinkBench(rules);
        bench.offerEach(100_000, 1000);
        Set<Long> lost = new HashSet<>(bench.lost());
        long twice = lost.stream().filter(packet -> lost.contains(packet + 1)).count();
        // of those behind a lost packet a quarter shares its fate, and a tenth of the rest is lost itself
        Lottery.assertRate(twice, lost.size(), 0.25 + 0.75 * 0.1);
        Lottery.assertRate(lost.size() - twice, 100_000 - lost.size(), 0.75 * 0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delay 100ns", "delay 1001300ns", "delay 275s", "delay 10ms 300ns", "delay 1h"})
    void saysNoTimeThatTcRefuses(String rule) {
        LinkSpec spec = LinkSpec.parse(rule + " reorder 25%");
        assertThat(spec.asTc("lo"))
                .startsWith("tc qdisc add dev lo root netem")
                .contains("# tc refuses it here: reorder 25%")
                .anyMatch(line -> line.startsWith("# netem has no word for: delay "));
    }

    @Test
    void saysAReorderThatNeverHits() {
        assertThat(LinkSpec.parse("delay 10ms reorder 0%").asTc("lo"))
                .first()
                .isEqualTo("tc qdisc add dev lo root netem delay 10ms reorder 0%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delay 0ms reorder 25%", "delay 10ms reorder 0% gap 5"})
    void saysNoReorderThatTcRefuses(String rules) {
        assertThat(LinkSpec.parse(rules).asTc("lo"))
                .first()
                .asString()
                .startsWith("tc qdisc add dev lo root netem")
                .doesNotContain("reorder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delay 1us", "delay 1500us", "delay 274s", "delay 10ms 1us"})
    void saysTheTimesThatTcTakes(String rule) {
        assertThat(LinkSpec.parse(rule).asTc("lo").get(0)).startsWith("tc qdisc add dev lo root netem delay ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eth0; rm -rf /", "-x", "sixteenletters16", "a b"})
    void refusesWhatIsNoDevice(String device) {
        assertThatThrownBy(() -> LinkSpec.NONE.asTc(device)).isInstanceOf(UsageException.class);
    }

    @Test
    void takesALongName() {
        assertThat(LinkSpec.NONE.asTc("fifteenletter15"))
                .containsExactly("tc qdisc add dev fifteenletter15 root netem");
    }
}
