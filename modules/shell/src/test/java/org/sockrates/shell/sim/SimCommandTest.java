package org.sockrates.shell.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Typing;

class SimCommandTest {
    private final Typing typing = new Typing();

    @AfterEach
    void close() {
        typing.close();
    }

    @Test
    void putsTheThreeSideBySide() {
        typing.type("sim --link \"delay 20ms\" --count 80 --window 8")
                .shows(
                        "sim: 80 messages of 1000 bytes one way, window 8; link delay 20ms seed 42, both",
                        "     ways; virtual time",
                        "            took     goodput delivered wrong packets again acks",
                        "  rdt-sw  3.18 s  201 kbit/s        80     0      80     0   80",
                        "  rdt-gbn 380 ms 1.68 Mbit/s        80     0      80     0   80",
                        "  rdt-sr  380 ms 1.68 Mbit/s        80     0      80     0   80",
                        "  > rdt-sw took 3.18 s and 1.00 packets a message; rdt-gbn took 380 ms and 1.00",
                        "    packets a message; rdt-sr took 380 ms and 1.00 packets a message.")
                .ends(0);
    }

    @Test
    void theSameSeedIsTheSameRun() {
        List<String> once = typing.type("sim --seed 7 --count 200").lines();

        assertThat(typing.type("sim --seed 7 --count 200").lines()).isEqualTo(once);
        assertThat(typing.type("sim --seed 8 --count 200").lines()).isNotEqualTo(once);
    }

    @Test
    void tooFewNumbersGoWrongAndItSaysSo() {
        List<String> lines = typing.type(
                        "sim rdt-sr --window 4 --numbers 5 --timeout 60ms --seed 1" + " --link \"delay 20ms loss 20%\"")
                .lines();

        assertThat(String.join(" ", lines)).contains(", 5 numbers;").contains("delivered a wrong message after");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sim rdt-gnb        | sim: \"rdt-gnb\" (expected: rdt-gbn?)",
                "sim tcp            | sim: \"tcp\" (expected: rdt-sw rdt-gbn rdt-sr)",
                "sim --numbers 1    | --numbers: \"1\" (expected: a whole number from 2 to 4294967296)",
                "sim --size 7       | size: \"7\" (expected: 8 to 1400)",
                "sim --window 1025  | window: \"1025\" (expected: 1 to 1024)",
                "sim --window 0     | sim: --window: \"0\" (expected: a whole number from 1 to 1000000)",
            })
    void saysWhatCannotBeMeant(String line, String message) {
        typing.type(line).refuses(message);
    }
}
