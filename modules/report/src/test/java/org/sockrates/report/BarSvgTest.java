package org.sockrates.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Metric;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Unit;

class BarSvgTest {
    private static String of(double value, double greatest) {
        Reading reading = Reading.measured(1, value);
        Measure measure = new Measure("lost", Unit.PERCENT, "what never came");
        return BarSvg.of(new Metric(measure, Map.of("udp", reading, "tcp", Reading.measured(1, greatest))), reading);
    }

    @Test
    void aBarIsAsLongAsItsShareOfTheGreatest() {
        assertThat(of(5, 20)).contains("width=\"20.0\"");
        assertThat(of(0, 20)).contains("width=\"0.0\"");
    }

    @Test
    void ofZeroesAloneNothingIsDrawn() {
        assertThat(of(0, 0)).isEmpty();
    }
}
