package org.sockrates.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.compare.Comparer;
import org.sockrates.compare.Comparison;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Progress;
import org.sockrates.compare.Result;
import org.sockrates.compare.Settings;
import org.sockrates.compare.experiment.Experiments;
import org.sockrates.link.LinkSpec;
import org.sockrates.report.TextReport;
import org.sockrates.sim.path.SimPath;
import org.sockrates.transport.Transport;

/** All transports side by side in virtual time: the same characters on every machine and every JDK. */
@Timeout(60)
final class SimComparisonTest {
    @ParameterizedTest
    @ValueSource(strings = {"recovery", "syn-loss", "zero-window"})
    void theTableOfFiveColumnsIsTheSameEverywhere(String name) throws IOException {
        List<Experiment> asked = List.of(Experiments.named(name).orElseThrow());
        Comparison comparison = new Comparer(new SimPath(), LinkSpec.NONE, new Settings(42, true), Progress.SILENT)
                .run(asked, modelled(), 1);

        assertThat(TextReport.of(comparison.experiments().get(0))).isEqualTo(picture(name));
    }

    @Test
    void everyExperimentComesToItsSentence() {
        Comparison comparison = new Comparer(new SimPath(), LinkSpec.NONE, new Settings(42, true), Progress.SILENT)
                .run(Experiments.all(), udp(), 1);

        assertThat(comparison.experiments()).extracting(Result::name).isEqualTo(Experiments.names());
        assertThat(comparison.experiments()).extracting(Result::finding).allMatch(finding -> finding.contains("udp"));
    }

    @Test
    void twoFloodsThatAreAlikeShareAFullQueueAlike() {
        for (long seed : new long[] {1, 2}) {
            Comparison comparison = new Comparer(
                            new SimPath(), LinkSpec.NONE, new Settings(seed, true), Progress.SILENT)
                    .run(List.of(Experiments.named("congestion").orElseThrow()), udp(), 1);

            assertThat(comparison.experiments().get(0).metrics())
                    .filteredOn(metric -> metric.measure().name().equals("share_alike_percent"))
                    .singleElement()
                    .satisfies(metric -> assertThat(
                                    metric.readings().get("udp").value().orElseThrow())
                            .isBetween(50.0, 65.0));
        }
    }

    /** A module's own transport has no model, and a column that says so. */
    private static List<Transport> modelled() {
        return Transports.found().stream()
                .filter(transport -> new SimPath().refusal(transport).isEmpty())
                .toList();
    }

    private static List<Transport> udp() {
        return Transports.found().stream()
                .filter(transport -> transport.name().equals("udp"))
                .toList();
    }

    private static String picture(String name) throws IOException {
        try (InputStream file = SimComparisonTest.class.getResourceAsStream("sim-comparison/" + name + ".txt")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
