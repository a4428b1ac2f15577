package org.sockrates.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTextTest {
    @ParameterizedTest
    @CsvSource({
        "MICROSECONDS, 61.24, 61.2 us",
        "MICROSECONDS, 999.4, 999 us",
        "MICROSECONDS, 999.5, 1.00 ms",
        "MICROSECONDS, 1234.5, 1.23 ms",
        "MICROSECONDS, 999499, 999 ms",
        "MICROSECONDS, 1710000, 1.71 s",
        "MICROSECONDS, 0, 0 us",
        "MILLISECONDS, 0.012345, 0.0123 ms",
        "MILLISECONDS, 0.00000012, 1.20e-07 ms",
        "PERCENT, 0.0000587, 0.0000587 %",
        "PERCENT, 4.5, 4.50 %",
        "PERCENT, 99.98, 99.9 %",
        "PERCENT, 100, 100 %",
        "MILLISECONDS, 99.98, 100 ms",
        "TIMES, 2.4449, 2.44 x",
        "FRACTION, 0.9961, 0.996",
        "BITS_PER_SECOND, 999, 999 bit/s",
        "BITS_PER_SECOND, 999.5, 1.00 kbit/s",
        "BITS_PER_SECOND, 1e19, 10000 Pbit/s",
        "BITS_PER_SECOND, 12345678901, 12.3 Gbit/s",
        "BITS_PER_SECOND, 0, 0 bit/s",
        "MESSAGES_PER_SECOND, 57500, 57.5 kmessages/s",
        "BYTES, 65507, '65,507 bytes'",
        "BYTES, 33554432, '33,554,432 bytes'",
        "BYTES, 999, 999 bytes",
        "COUNT, -1000, '-1,000'",
        "MESSAGES, 4.5, 4.50 messages",
        "COUNT, 12, 12",
        "YES_NO, 1, yes",
        "YES_NO, 0, no"
    })
    void countsAreExactAndMeasurementsHaveThreeDigits(Unit unit, double value, String text) {
        assertThat(FigureText.of(unit, value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "40000, '40,000'",
        "1230 ms, '1,230 ms'",
        "999 ms, 999 ms",
        "1.2345 x, 1.2345 x",
        "'4,096', '4,096'",
        "1.20e-07, 1.20e-07"
    })
    void aLongMeasurementAmongCountsHasSeparatorsToo(String figure, String grouped) {
        assertThat(FigureText.grouped(figure)).isEqualTo(grouped);
    }
}
