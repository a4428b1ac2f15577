package org.sockrates.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Reply;

class RegistryTest {
    @ParameterizedTest
    @CsvSource({
        "s,socket",
        "b,bind",
        "l,listen",
        "a,accept",
        "c,connect",
        "r,recv",
        "w,send",
        "t,sendto",
        "f,recvfrom",
        "h,shutdown",
        "k,close",
        "o,options",
        "=,status",
        "?,help",
        "conn,connect",
        "CONNECT,connect",
        "q,exit",
        "sendt,sendto",
        "recv,recv",
        "send,send",
        "stat,status"
    })
    void knowsLettersPrefixesAndWholeWords(String typed, String word) {
        try (Typing typing = new Typing()) {
            assertThat(typing.interpreter().registry().find(typed).word()).isEqualTo(word);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bnid   | command: \"bnid\" (expected: bind?)",
                "conect | command: \"conect\" (expected: connect?)",
                "tcp> x | command: \"tcp>\" (expected: the command alone, without the prompt before it)",
                "xyzzy  | command: \"xyzzy\" (expected: a command;  help  lists them)",
                "cl     | command: \"cl\" (expected: one of close client)",
            })
    void suggestsWhatWasMeant(String typed, String message) {
        try (Typing typing = new Typing()) {
            typing.type(typed).refuses(message);
        }
    }

    /** What a lab may not do is written down where labs are. */
    @Test
    void thePageOfLabsNamesWhatIsAPersons() throws IOException {
        String page = Files.readString(Path.of("../../docs/lab-format.md"));
        try (Typing typing = new Typing()) {
            List<String> named = typing.interpreter().registry().entries().stream()
                    .filter(entry -> entry.make().isForPeople())
                    .map(entry -> "`" + entry.word() + "`")
                    .sorted()
                    .toList();
            String last = named.get(named.size() - 1);
            assertThat(page)
                    .contains("What " + String.join(", ", named.subList(0, named.size() - 1)) + " and " + last
                            + " do is a person's");
        }
    }

    @Test
    void refusesTwoCommandsWithOneWord() {
        Entry one = Entry.of(Group.REST, "one", () -> (session, job) -> Reply.silence(), "o");
        Entry other = Entry.of(Group.REST, "other", () -> (session, job) -> Reply.silence(), "o");
        assertThatThrownBy(() -> new Registry(List.of(one, other))).hasMessage("o is both one and other");
    }
}
