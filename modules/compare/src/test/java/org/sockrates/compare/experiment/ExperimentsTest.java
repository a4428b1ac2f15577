package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Measure;
import org.sockrates.compare.PretendPath;
import org.sockrates.compare.Settings;
import org.sockrates.link.relay.LoopbackPath;

class ExperimentsTest {
    @Test
    void theUsualOnesComeFirstAndBeginWithTheCourse() {
        List<Experiment> usual = Experiments.on(new LoopbackPath());
        assertThat(Experiments.all().subList(0, usual.size())).isEqualTo(usual);
        assertThat(Experiments.names())
                .startsWith("setup", "boundaries", "delivery")
                .doesNotHaveDuplicates();
    }

    @Test
    void whereSinglePacketsAreSeenAllAreAsked() {
        assertThat(Experiments.on(new PretendPath()))
                .isEqualTo(Experiments.all())
                .hasSizeGreaterThan(Experiments.on(new LoopbackPath()).size());
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
                .flatMap(experiment -> Stream.concat(
                        Stream.of(experiment.question(), experiment.method(new Settings(1, false))),
                        experiment.measures().stream().map(Measure::meaning)))
                .toList();

        assertThat(said).hasSizeGreaterThan(50).noneMatch(text -> text.matches("(?i).*\\b(tcp|udp)\\b.*"));
    }

    @Test
    void eachIsFoundByItsName() {
        assertThat(Experiments.named("group")).containsInstanceOf(Group.class);
        assertThat(Experiments.named("latancy")).isEmpty();
    }
}
