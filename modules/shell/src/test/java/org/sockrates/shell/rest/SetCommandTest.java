package org.sockrates.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Typing;

class SetCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void showsWhatIsMeantWhenNothingIsSaid() {
        typing.type("set")
                .shows("transport  tcp", "timeout    10s", "seed       42", "family     ipv4", "drawings   ascii")
                .ends(0);
    }

    @Test
    void changesIt() {
        typing.type("set timeout 20ms").shows().ends(0);
        typing.type("set seed 7").shows().ends(0);
        assertThat(typing.type("set family ipv6 --json").json())
                .containsEntry("timeout", "20ms")
                .containsEntry("seed", 7)
                .containsEntry("family", "ipv6");
        typing.type("socket").shows("socket(AF_INET6, SOCK_STREAM, 0) = 3");
        typing.type("bind 0").ends(0);
        typing.type("set family ipv4").ends(0);
        typing.type("socket").shows("socket(AF_INET, SOCK_STREAM, 0) = 4");
        assertThat(typing.type("set --json").json()).containsEntry("family", "ipv4");
    }

    @Test
    void whatDrawingsAreMadeOfHoldsForAll() {
        String ladder = "sim rdt-sw --link \"delay 9ms\" --count 1 --ladder";
        typing.all("set drawings unicode").ends(0);
        assertThat(typing.type(ladder).lines()).anyMatch(line -> line.contains("─"));
        typing.all("set drawings ascii").ends(0);
        assertThat(typing.type(ladder).lines()).noneMatch(line -> line.contains("─"));
        typing.all("set drawings words").ends(0);
        assertThat(typing.type("set --json").json()).containsEntry("drawings", "words");
        assertThat(typing.type(ladder).lines()).contains("  sender waits for nothing, timer off");
        assertThat(typing.type("doctor").lines()).anyMatch(line -> line.endsWith("ladders in words"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "set timout 5s     | set: \"timout\" (expected: timeout?)",
                "set colour red    | set: \"colour\" (expected: timeout seed family drawings)",
                "set timeout       | set: too few words (expected: a value for timeout); see  help set",
                "set timeout 5     | set: timeout: \"5\" (expected: a duration with its unit: 5ms, 5s)",
                "set timeout \\xd9\\xa25s | set: timeout: \"\\xd9\\xa25s\" (expected: a duration such as 20ms; units: ns us ms s min h)",
                "set timeout 1,5s  | set: timeout: \"1,5s\" (expected: a point, no comma: 1.5s)",
                "set timeout 0     | set: timeout: \"0\" (expected: a duration from 1ms to 3600s)",
                "set timeout 0s    | set: timeout: \"0s\" (expected: a duration from 1ms to 3600s)",
                "set seed -1       | set: seed: \"-1\" (expected: a whole number from 0 to 9223372036854775807)",
                "set seed x        | set: seed: \"x\" (expected: a whole number from 0 to 9223372036854775807)",
                "set family ipx    | set: family: \"ipx\" (expected: ipv4 or ipv6)",
                "set drawings red  | set: drawings: \"red\" (expected: unicode, ascii or words)",
                "set seed 1 2      | set: \"2\" (expected: nothing more; see  help set)",
            })
    void saysWhatCannotBeMeant(String line, String message) {
        typing.type(line).refuses(message);
    }
}
