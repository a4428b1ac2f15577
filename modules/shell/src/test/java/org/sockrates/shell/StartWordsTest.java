package org.sockrates.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.transport.UsageException;

class StartWordsTest {
    private static StartWords start(String line) {
        return StartWords.of(line.isEmpty() ? new String[0] : line.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "'', false, ''",
        "status, false, status",
        "--path loopback status, false, status",
        "--path wire, true, ''",
        "--path wire lab start 21, true, lab start 21",
        "--path sim compare latency --quick, false, compare latency --quick --path sim",
        "--path relay compare, false, compare --path relay",
        "--path sim sim rdt-gbn --count 3, false, sim rdt-gbn --count 3",
    })
    void aPathStandsBeforeACommand(String line, boolean onWire, String command) {
        StartWords words = start(line);

        assertThat(words.onWire()).isEqualTo(onWire);
        assertThat(words.command()).isEqualTo(command.isEmpty() ? List.of() : List.of(command.split(" ")));
    }

    @Test
    void theFollowerOfAProcessIsToldSoInFrontOfItsWords() {
        assertThat(start("--path wire status").again()).isFalse();
        assertThat(start("--again --path wire lab start 21"))
                .isEqualTo(new StartWords(true, true, List.of("lab", "start", "21")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--path           | sockrates: --path: too few words (expected: loopback or wire)",
                "--path wier      | sockrates: --path: \"wier\" (expected: wire?)",
                "--path relay     | sockrates: --path relay (expected: a path all sockets take: loopback, wire);"
                        + " a relay is put before one server:  link add PORT delay 20ms",
                "--path sim       | sockrates: --path sim (expected: a path all sockets take: loopback, wire);"
                        + " in virtual time:  compare --path sim,  sim rdt-gbn --ladder",
                "--path sim shell | sockrates: --path sim (expected: a path all sockets take: loopback, wire);"
                        + " in virtual time:  compare --path sim,  sim rdt-gbn --ladder",
            })
    void whatCannotBeMeantIsSaidInOneLine(String line, String message) {
        assertThatThrownBy(() -> start(line)).isInstanceOf(UsageException.class).hasMessage(message);
    }

    @Test
    void aComparisonThatNamesItsOwnPathIsNotGivenAnother() {
        assertThatThrownBy(() -> start("--path sim compare --path relay"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("sockrates: --path sim");
        assertThat(start("compare --path sim").command()).containsExactly("compare", "--path", "sim");
    }

    @ParameterizedTest
    @CsvSource({
        "lab start 21,                               true",
        "lab start 21 --allow-remote,                true",
        "--again --path wire lab start 21 --allow-remote, true",
        "lab start,                                  false",
        "lab start --allow-remote,                   false",
        "lab check 21,                               false",
        "lab start 21 --json,                        false",
    })
    void whoBeginsALabGoesOnWithItWhateverItIsLet(String words, boolean begins) {
        assertThat(start(words).beginsLab()).isEqualTo(begins);
    }
}
