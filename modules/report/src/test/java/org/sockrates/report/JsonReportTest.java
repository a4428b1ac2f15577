package org.sockrates.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockrates.compare.Comparison;

class JsonReportTest {
    @Test
    void theDocumentHasItsShapeByteForByte() throws IOException {
        Golden.assertSame(line(MadeUp.two()), "two.json");
    }

    @Test
    void itIsOneLineAndReadableAsJson() throws IOException {
        for (Comparison comparison : List.of(MadeUp.two(), MadeUp.five())) {
            String json = line(comparison);
            assertThat(json.lines()).hasSize(1);
            assertThat(json.strip().chars()).allMatch(letter -> letter >= ' ' && letter < 0x7f);
            assertThat(JSON.std.mapFrom(json)).containsEntry("schema", "sockrates/compare/1");
        }
    }

    @Test
    void everyTransportHasAValueOrNullAndAReason() throws IOException {
        Map<String, Object> document = JSON.std.mapFrom(line(MadeUp.two()));

        List<Map<String, Object>> experiments = maps(document.get("experiments"));
        assertThat(experiments).hasSize(2);
        for (Map<String, Object> metric : maps(experiments.get(0).get("metrics"))) {
            Map<String, Object> values = map(metric.get("values"));
            assertThat(values).containsOnlyKeys("tcp", "udp");
            values.forEach(
                    (transport, value) -> assertThat(map(metric.get("reasons")).containsKey(transport))
                            .isEqualTo(value == null));
        }
    }

    @Test
    void whatIsNotVisibleIsEscaped() {
        assertThat(JsonText.of("a\u007f\u00e9\u001b")).isEqualTo("\"a\\u007f\\u00E9\\u001B\"");
    }

    /** As it is shown. */
    private static String line(Comparison comparison) {
        return JsonText.of(JsonReport.document(comparison)) + "\n";
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object list) {
        return (List<Map<String, Object>>) list;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object object) {
        return (Map<String, Object>) object;
    }
}
