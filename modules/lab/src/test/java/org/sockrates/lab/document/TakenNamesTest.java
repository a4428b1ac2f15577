package org.sockrates.lab.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program takes beside its port: named in the front matter, captured before it begins. */
final class TakenNamesTest {
    private final Labs labs = new Labs();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "program: server/takes: port|3:8: takes: port (expected: a name other than port and host, of what a line"
                        + " captures: up)",
                "program: server/takes: [Up]|3:8: takes: Up (expected: a name other than port and host, of what a line"
                        + " captures: up)",
                "program: server/takes: [up, up]|3:8: takes: up, up (expected: each name once)",
                "program: server/takes: [a, b, c, d, e, f, g, h, i]|3:8: takes: 9 names (expected: at most 8)",
                "takes: up|2:8: takes: no program (expected: program: server or client, which is told of them)",
                "program: protocol/takes: up|3:8: takes: protocol (expected: program: server or client, which is told"
                        + " of them)"
            })
    void namesAreToldWhatIsWrong(String yaml, String problem) {
        String text = "---\n" + yaml.replace("/", "\n") + "\n---\n> socket\n";
        assertThat(labs.problems("a.lab", text)).contains("a.lab:" + problem);
    }

    @Test
    void whatAMisspeltProgramTakesIsNotToldTwice() {
        assertThat(labs.problems("a.lab", "---\nprogram: sever\ntakes: up\n---\n> connect {port}\n"))
                .containsExactly("a.lab:2:10: program: sever (expected: server, client or protocol)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "program: server|> bind/{up}/> connect {port}|",
                "program: server|> connect {port}/> bind/{up}|"
                        + "5:1: takes: {up} (expected: a line above that captures it: here the program begins)",
                "program: server|> bind/{up}|"
                        + "1:1: takes: no {port} (expected: a command with {port}, before which it begins)",
                "program: client|> bind/{port}/> bind/{up}|",
                "program: client|> bind/{port}|1:1: takes: {up} (expected: a line that captures it)",
            })
    void whatAProgramTakesIsCapturedBeforeItBegins(String role, String session, @Nullable String problem) {
        String text = "---\n" + role + "\ntakes: up\n---\n" + session.replace('/', '\n') + "\n";
        List<String> told = labs.problems("a.lab", text);
        assertThat(told).isEqualTo(problem == null ? List.of() : List.of("a.lab:" + problem));
    }
}
