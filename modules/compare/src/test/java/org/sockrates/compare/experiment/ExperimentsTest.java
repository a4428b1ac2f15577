package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Measure;
import org.sockrates.compare.PretendPath;
import org.sockrates.compare.Settings;
import org.sockrates.link.LoopbackPath;
import org.sockrates.transport.UsageException;

class ExperimentsTest {
    @Test
    void twelveAreTheUsualOnesInTheOrderOfTheCourse() {
        assertThat(Experiments.on(new LoopbackPath()).stream().map(Experiment::name))
                .containsExactly(
                        "setup",
                        "boundaries",
                        "delivery",
                        "latency",
                        "throughput",
                        "refused",
                        "vanish",
                        "oversize",
                        "slow-reader",
                        "end",
                        "fan-in",
                        "group");
    }

    @Test
    void whereSinglePacketsAreSeenThereAreSevenMore() {
        assertThat(Experiments.on(new PretendPath())).containsExactlyElementsOf(Experiments.all());
        assertThat(Experiments.names().subList(12, 19))
                .containsExactly(
                        "overhead", "recovery", "head-of-line", "syn-loss", "zero-window", "congestion", "inventions");
        assertThat(Experiments.names()).hasSize(19);
    }

    @Test
    void eachAsksAQuestionAndNamesWhatItMeasures() {
        for (Experiment experiment : Experiments.all()) {
            assertThat(experiment.question()).endsWith("?");
            assertThat(experiment.method(new Settings(1, true))).isNotBlank();
            assertThat(experiment.measures()).isNotEmpty();
            assertThat(experiment.measures().stream().map(Measure::name)).doesNotHaveDuplicates();
            assertThat(experiment.measures()).allSatisfy(measure -> {
                assertThat(measure.name()).matches("[a-z0-9_.]{3,24}");
                assertThat(measure.meaning()).isNotBlank().hasSizeLessThan(80);
            });
        }
    }

    @Test
    void noSentenceOfOneNamesATransport() {
        List<String> said = Experiments.all().stream()
                .flatMap(experiment -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(experiment.question(), experiment.method(new Settings(1, false))),
                        experiment.measures().stream().map(Measure::meaning)))
                .toList();

        assertThat(said).hasSizeGreaterThan(50).noneMatch(text -> text.matches("(?i).*\\b(tcp|udp)\\b.*"));
    }

    @Test
    void aMisspeltNameGetsTheNearestOne() {
        assertThat(Experiments.named("group")).isInstanceOf(Group.class);
        assertThatThrownBy(() -> Experiments.named("latancy"))
                .isInstanceOf(UsageException.class)
                .hasMessage("experiment: \"latancy\" (expected: latency?)");
        assertThatThrownBy(() -> Experiments.named("zzzzzzzz")).hasMessageContaining("setup boundaries delivery");
    }
}
