package org.sockrates.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** A semicolon ends a cell where a number has a comma, and no quotes help in the middle of what is one cell then. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bye;=1+2;z | bye;'=1+2;z",
                "x;-1;+1;@A1;\\n=1 | x;'-1;'+1;'@A1;'\\n=1",
                "x;;=1 | x;;'=1",
                "x;\"=1\" | \"x;'\"\"=1\"\"\"",
                "=1;=1 | '=1;'=1",
                "x; use --path | x; use --path",
                "a=1+1 | a=1+1"
            })
    void norAnyPartOfOneBehindASemicolon(String text, String cell) {
        assertThat(CsvReport.cell(text)).isEqualTo(cell);
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
