package org.sockrates.sim.check.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.transport.UsageException;

/** Schedules as they are written. */
final class ScheduleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "window 1",
                "window 4; client sends 3; upstream drop 1st data",
                "window 2; first 4294967295; timeout learnt; client sends 2 size any; server sends 1 size 0",
                "window 8; timeout 15ms; client sends 9; client bursts 4 200ms; server room 2 1.5s",
                "window 1; upstream delay 2nd data 30ms; upstream duplicate 3rd data 0s; downstream drop 11th ack",
                "window 1; upstream corrupt 1st data bit 65; downstream cut 2nd ack bytes 7; upstream forge 1st data",
                "window 1; upstream inject 1st data ack-beyond 0; downstream inject 2nd ack data-long-ago 1073741824",
                "connection; window 1; downstream inject 1st syn before-open 3; upstream inject 1st fin behind-end 1",
                "connection; window 1",
                "connection; window 2; client sends 1; client resets 300ms; server follows; upstream drop 1st syn",
                "connection; window 1; client vanishes 20ms; server resets",
                "connection; window 2; server ends 1.5s; downstream drop 2nd fin; downstream forge 1st rst",
            })
    void areReadAsTheyAreWritten(String text) {
        assertThat(Schedule.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows 3               | schedule: \"windows\" (expected: window?)",
                "window                  | schedule: \"window\" (expected: behind it a whole number)",
                "window 0                | schedule: window: \"0\" (expected: a whole number from 1 to 1024)",
                "window 2 3              | schedule: \"3\" (expected: nothing more, or ; before it)",
                "client says 3           | schedule: client: \"says\" (expected: sends, bursts or room)",
                "client room 0 1s        | schedule: client room: \"0\" (expected: a whole number from 1 to 1000000)",
                "upstream dorp 1st data  | schedule: upstream: \"dorp\" (expected: drop?)",
                "upstream drop 1th data  | schedule: drop: \"1th\" (expected: 1st)",
                "upstream drop 1st       | schedule: \"upstream drop 1st\" (expected: behind it data or ack)",
                "upstream drop 1st syn   | schedule: drop: \"syn\" (expected: data or ack)",
                "upstream delay 1st data | schedule: \"upstream delay 1st data\" (expected: behind it a duration)",
                "client ends             | schedule: client: \"ends\" (expected: sends, bursts or room)",
                "connection; client goes | schedule: client: \"goes\" (expected: sends, bursts, room, ends, follows, resets or vanishes)",
                "connection; upstream drop 1st sin | schedule: drop: \"sin\" (expected: data, ack, syn, fin or rst)",
                "upstream inject 1st data | schedule: \"upstream inject 1st data\" (expected: behind it ack-beyond"
                        + " ack-long-ago data-beyond data-long-ago no-packet earlier before-open behind-end)",
                "upstream inject 1st data ack-beyand 1 | schedule: inject: \"ack-beyand\" (expected: ack-beyond?)",
                "upstream inject 1st data behind-end 1"
                        + " | schedule: inject: \"behind-end\" (expected: connection before it)",
                "upstream inject 1st data earlier -1"
                        + " | schedule: earlier: \"-1\" (expected: a whole number from 0 to 1073741824)",
                "upstream cut 1st data 3 | schedule: \"3\" (expected: bytes)",
            })
    void sayWhatCannotBeMeant(String text, String message) {
        assertThatThrownBy(() -> Schedule.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }
}
