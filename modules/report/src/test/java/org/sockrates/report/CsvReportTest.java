package org.sockrates.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {
    @Test
    void aRowForEachFigureOfEachTransport() throws IOException {
        Golden.assertSame(CsvReport.of(MadeUp.two()), "two.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"})
    void noCellIsAFormula(String text) {
        assertThat(CsvReport.cell(text).replaceFirst("^\"", "")).startsWith("'").doesNotContain("\t", "\r");
    }

    @Test
    void aCellWithACommaAQuoteOrALineFeedIsOneCell() {
        assertThat(CsvReport.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvReport.cell("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
        assertThat(CsvReport.cell("two\nlines")).isEqualTo("two\\nlines");
        assertThat(CsvReport.cell("plain")).isEqualTo("plain");
        assertThat(CsvReport.cell("")).isEmpty();
    }
}
