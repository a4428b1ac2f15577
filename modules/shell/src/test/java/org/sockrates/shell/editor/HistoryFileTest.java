package org.sockrates.shell.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.shell.Typing;

class HistoryFileTest {
    @TempDir
    private Path home;

    private Map<String, String> state() {
        return Map.of("XDG_STATE_HOME", home.resolve("state").toString());
    }

    @Test
    void whatWasTypedIsKeptForTheNextTime() throws Exception {
        try (Keyboard keyboard = Keyboard.at(new Typing(), state())) {
            keyboard.line("socket udp --as a!#!#")
                    .line(" explain EPIPE")
                    .line("jobs")
                    .sees("no jobs");
            keyboard.line("history").sees(" *1 +socket udp --as a!#!#").sees(" *2 +jobs");
        }
        Path file = home.resolve("state/sockrates/history");
        assertThat(Files.readAllLines(file)).containsExactly("socket udp --as a!#!#", "jobs", "history");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Keyboard keyboard = Keyboard.at(new Typing(), state())) {
            keyboard.prompted(Keyboard.UP + Keyboard.UP).sees("tcp> jobs");
            keyboard.keys(Keyboard.ENTER).sees("no jobs");
        }
    }

    @Test
    void whatIsNoTextInItIsMended() throws Exception {
        Path file = HistoryFile.in(state()).orElseThrow();
        Files.write(file, "status\nsend a caf\303\njobs\n".getBytes(StandardCharsets.ISO_8859_1));
        try (Keyboard keyboard = Keyboard.at(new Typing(), state())) {
            keyboard.prompted(Keyboard.UP).sees("tcp> jobs");
            keyboard.keys(Keyboard.ENTER).sees("no jobs");
        }
        assertThat(Files.readAllLines(file)).startsWith("status", "send a caf\uFFFD", "jobs");
    }

    @Test
    void isFoundWhereTheSystemKeepsState() throws IOException {
        assertThat(HistoryFile.in(state())).contains(home.resolve("state/sockrates/history"));
        assertThat(HistoryFile.in(Map.of("HOME", home.toString())))
                .contains(home.resolve(".local/state/sockrates/history"));
        assertThat(HistoryFile.in(state())).as("it is there already").isPresent();
    }

    @Test
    void isNotKeptWhereItCannotBe() throws IOException {
        assertThat(HistoryFile.in(Map.of())).isEmpty();
        assertThat(HistoryFile.in(Map.of("XDG_STATE_HOME", "relative"))).isEmpty();
        Files.writeString(home.resolve("state"), "a file");
        assertThat(HistoryFile.in(state())).isEmpty();
        Files.createDirectories(home.resolve("other/sockrates/history"));
        assertThat(HistoryFile.in(Map.of("XDG_STATE_HOME", home.resolve("other").toString())))
                .isEmpty();
        assertThat(HistoryFile.in(Map.of("HOME", "/a\0b"))).isEmpty();
    }
}
