package org.sockrates.lab.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bad lab file is told. */
@Timeout(60)
final class LabProblemsTest {
    private static final String KEYS =
            "schema title question transport path link profile seed limit points requires program takes hint"
                    + " predict remember source";

    @TempDir
    Path folder;

    private final Labs labs = new Labs();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "output|1:1: line: output (expected: a command above it, such as: tcp> socket)",
                "[0]|1:1: line: [0] (expected: a command above it, such as: tcp> socket)",
                ">|1:1: command: empty (expected: a command after >)",
                "tcp>|1:1: command: empty (expected: a command after tcp>)",
                "tcp>   |1:1: command: empty (expected: a command after tcp>)",
                "> a/[300]|2:1: exit status: 300 (expected: 0 to 255)",
                "> connect {port}|1:11: capture: {port} (expected: a name that a line above captures; as text, \\x7bport})",
                "> a/{port}/> b/> c  {x} {port}|4:6: capture: {x} (expected: a name that a line above captures; as text, \\x7bx})",
                "> a {port}/{port}|1:5: capture: {port} (expected: a name that a line above captures; as text, \\x7bport})",
                "> a/> b {_}/{_}/> c {_}|4:5: capture: {_} (expected: a name that a line above captures; as text, \\x7b_})",
                "# nothing but comments|1:1: lab: no command in it (expected: lines such as: tcp> socket)",
                "> a/# hint: x|2:1: comment: # hint: x (expected: a command below it)",
                "# hints: x/> a|1:1: comment: hints: x (expected: hint:, or a note)",
                "# hnit: x/> a|1:1: comment: hnit: x (expected: hint:, or a note)",
                "# point: 7/> a|1:1: comment: point: 7 (expected: points:, or a note)",
                "# becausse: x/> a|1:1: comment: becausse: x (expected: because:, or a note)",
                "# hint/> a|1:1: comment: hint (expected: hint:, or a note)",
                "# hint x/> a|1:1: comment: hint x (expected: hint:, or a note)",
                "# Hint = x/> a|1:1: comment: Hint = x (expected: hint:, or a note)",
                "# points : 2/> a|1:1: comment: points : 2 (expected: points:, or a note)",
                "# points = 2/> a|1:1: comment: points = 2 (expected: points:, or a note)",
                "# Points 2/> a|1:1: comment: Points 2 (expected: points:, or a note)",
                "# point=2/> a|1:1: comment: point=2 (expected: points:, or a note)",
                "# points 3/> a|1:1: comment: points 3 (expected: points:, or a note)",
                "# hint:/> a|1:1: hint: empty (expected: a text after hint:)",
                "# points: many/> a|1:1: points: many (expected: 0 to 1000)",
                "# points: 1001/> a|1:1: points: 1001 (expected: 0 to 1000)",
                "# points: -1/> a|1:1: points: -1 (expected: 0 to 1000)",
                "# points: 0/# points: 3/> a|2:1: points: a second time (expected: once for each step)",
                "# predict: q/> a|1:1: predict: 0 choices (expected: at least two)",
                "# predict: q/# [ ] x/# [ ] y/> a|1:1: predict: 0 right choices (expected: exactly one)",
                "# predict: q/# [x] x/# [x] y/> a|1:1: predict: 2 right choices (expected: exactly one)",
                "# predict: q/# predict: r/# [x] x/# [ ] y/> a"
                        + "|2:1: predict: a second question (expected: one for each step)",
            })
    void sessionsAreToldWhatIsWrong(String text, String problem) {
        assertThat(labs.problems("a.lab", text.replace('/', '\n'))).contains("a.lab:" + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "tittle: x|2:1: unknown key: tittle (expected: " + KEYS + ")",
                "title: a/title: b|3:1: duplicate key: title (expected: each key once)",
                "title: [a]|2:8: title: a list (expected: a text)",
                "title: {a: b}|2:8: title: a mapping (expected: a text)",
                "title:|2:7: title: empty (expected: a text)",
                "title: ''|2:8: title: empty (expected: a text)",
                "title: null|2:8: title: null (expected: a text)",
                "seed: +5|2:7: seed: +5 (expected: 0 to 9223372036854775807)",
                "seed: -1|2:7: seed: -1 (expected: 0 to 9223372036854775807)",
                "seed: many|2:7: seed: many (expected: 0 to 9223372036854775807)",
                "seed: 1.5|2:7: seed: 1.5 (expected: 0 to 9223372036854775807)",
                "seed: 9999999999999999999|2:7: seed: 9999999999999999999 (expected: 0 to 9223372036854775807)",
                "seed: 99999999999999999999|2:7: seed: 99999999999999999999 (expected: 0 to 9223372036854775807)",
                "seed: 0x10|2:7: seed: 0x10 (expected: 0 to 9223372036854775807)",
                "points: -1|2:9: points: -1 (expected: 0 to 1000)",
                "points: 1001|2:9: points: 1001 (expected: 0 to 1000)",
                "points: []|2:9: points: a list (expected: 0 to 1000)",
                "limit: long|2:8: limit: long (expected: a time such as 30s)",
                "limit: 30|2:8: limit: 30 (expected: a time such as 30s)",
                "program: clinet|2:10: program: clinet (expected: server, client or protocol)",
                "requires: [[ipv6]]|2:12: requires: a list (expected: a text)",
                "requires: {a: b}|2:11: requires: a mapping (expected: a text)",
                "schema: sockrates/lab/2"
                        + "|2:9: schema: sockrates/lab/2 (expected: sockrates/lab/1; this lab needs a newer Sockrates)",
                "schema: sockrates/lab/10"
                        + "|2:9: schema: sockrates/lab/10 (expected: sockrates/lab/1; this lab needs a newer Sockrates)",
                "schema: 1|2:9: schema: 1 (expected: sockrates/lab/1)",
                "[a]: b|2:1: unknown key: a list (expected: " + KEYS + ")",
                "- a|2:1: front matter: a list (expected: lines such as title: hello over TCP)",
                "just text|2:1: front matter: just text (expected: lines such as title: hello over TCP)",
                "title: &a x/question: *a|3:11: front matter: an alias (expected: no aliases)",
                "hint: [[[[[[x]]]]]]|2:10: front matter: more than 4 levels (expected: at most 4)",
                "a: b: c|2:5: front matter: mapping values are not allowed here (expected: in quotes what has"
                        + " a colon in it: remember: \"a: b\")",
                "title: b/ seed: 7|3:2: front matter: a key in column 2 (expected: in the column of the key above it;"
                        + " in quotes what has a colon in it: remember: \"a: b\")",
                "remember: a long/  text goes: on|3:12: front matter: mapping values are not allowed here (expected:"
                        + " in quotes what has a colon in it: remember: \"a: b\")",
                "# a/ title: b/seed: 7|4:1: front matter: a key in column 1 (expected: in the column of the key above it)",
                "seed: [7]/  title: b|3:3: front matter: a key in column 3 (expected: in the column of the key above it)",
                "title: b/\tseed: 7|3:1: front matter: a tab (expected: blanks)",
                "title: @b|2:8: front matter: found character '@' that cannot start any token (expected: YAML)",
                "title: \"x|2:10: front matter: found unexpected end of stream (expected: YAML)",
                "predict: x|2:10: predict: x (expected: question, choices, answer (and because))",
                "predict: {question: q}|2:10: predict: incomplete (expected: a question and at least two different choices)",
                "predict: {question: q, choices: [a, a], answer: a}"
                        + "|2:10: predict: incomplete (expected: a question and at least two different choices)",
                "predict: {choices: [a, b], answer: a}"
                        + "|2:10: predict: incomplete (expected: a question and at least two different choices)",
                "predict: {question: q, choices: [a, b], answer: c}"
                        + "|2:10: predict: answer: c (expected: one of the choices, word for word)",
                "predict: {question: q, choices: [a, b], answer: a, x: y}"
                        + "|2:52: unknown key: predict: x (expected: question, choices, answer (and because))",
                "predict: {question: q, choices: [a, b], answer: a, answer: b}"
                        + "|2:52: duplicate key: predict: answer (expected: each key once)",
                "predict: {[a]: b, question: q, choices: [a, b], answer: a}"
                        + "|2:11: unknown key: predict: a list (expected: question, choices, answer (and because))",
            })
    void frontMatterIsToldWhatIsWrong(String yaml, String problem) {
        String text = "---\n" + yaml.replace("/", yaml.contains("lab/") ? "/" : "\n") + "\n---\n> socket\n";
        assertThat(labs.problems("a.lab", text)).contains("a.lab:" + problem);
    }

    @ParameterizedTest
    @CsvSource({"TCP> set, tcp> set", "tcp>set, tcp> set", "$ set, > set", "Alice's> set, ", "x -> set, ", "> , "})
    void aLineThatIsNearlyACommandIsToldSoAndIsOneProblem(String line, @Nullable String meant) {
        String expected = " (expected: for a command, a prompt in small letters and a blank behind it: " + meant + ")";
        List<String> told = labs.problems("a.lab", line + "\n...\n{port}\n[0]\n" + line + "\n> connect {port}\n");
        if (meant == null) {
            assertThat(told).noneMatch(problem -> problem.contains("a prompt"));
        } else {
            assertThat(told)
                    .containsExactly("a.lab:1:1: line: " + line + expected, "a.lab:5:1: line: " + line + expected);
        }
    }

    @Test
    void allProblemsOfAFileComeAtOnceAndInOrder() {
        assertThat(labs.problems("a.lab", """
                ---
                seed: x
                foo: 1
                ---
                output
                > connect {port}
                a[ (regex)
                [999]
                # predict: why?
                """))
                .extracting(line -> line.split(": ", 2)[0])
                .containsExactly(
                        "a.lab:2:7",
                        "a.lab:3:1",
                        "a.lab:5:1",
                        "a.lab:6:11",
                        "a.lab:7:2",
                        "a.lab:8:1",
                        "a.lab:9:1",
                        "a.lab:9:1");
    }

    @Test
    void frontMatterThatNeverEndsIsOneProblem() {
        assertThat(labs.problems("a.lab", "---\ntitle: x\n> socket\n"))
                .containsExactly("a.lab:1:1: front matter: never ends (expected: a second line ---)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"program: server\nhint: a: b", "program: sever", "- program: server"})
    void whetherAServerIsGivenAPortIsUnknownWhereItsLineCannotBeRead(String yaml) {
        assertThat(labs.problems("a.lab", "---\n" + yaml + "\n---\n> connect {port}\n> rdt check {protocol}\n"))
                .hasSize(1);
        assertThat(labs.problems("a.lab", "---\ntitle: [a]\n---\n> connect {port}\n"))
                .hasSize(2);
    }

    @Test
    void bytesThatAreNoTextAreNamed() {
        assertThat(labs.problems("a.lab", new byte[0]))
                .containsExactly("a.lab:1:1: lab: no command in it (expected: lines such as: tcp> socket)");
        assertThat(labs.problems("a.lab", "\ufeff> socket\n"))
                .containsExactly("a.lab:1:1: byte order mark: EF BB BF (expected: UTF-8 without byte order mark)");
        assertThat(labs.problems("a.lab", "> socket\n".getBytes(StandardCharsets.UTF_16)))
                .containsExactly("a.lab:1:1: encoding: looks like UTF-16 (expected: UTF-8 without byte order mark)");
        assertThat(labs.problems("a.lab", "> socket\n".getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly("a.lab:1:1: encoding: looks like UTF-16 (expected: UTF-8 without byte order mark)");
        assertThat(labs.problems("a.lab", new byte[] {(byte) 0xff, (byte) 0xfe, '>', 0, '\n', 0}))
                .containsExactly("a.lab:1:1: encoding: looks like UTF-16 (expected: UTF-8 without byte order mark)");
        byte[] behind = {'>', ' ', (byte) 0xc3, (byte) 0xbc, (byte) 0x80};
        assertThat(labs.problems("a.lab", behind))
                .containsExactly("a.lab:1:4: encoding: byte 80 (expected: UTF-8 without byte order mark)");
        byte[] latin1 = "> socket\n> grüße\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(labs.problems("a.lab", latin1))
                .containsExactly("a.lab:2:5: encoding: byte FC (expected: UTF-8 without byte order mark)");
        byte[] cut = Arrays.copyOf("> ü".getBytes(StandardCharsets.UTF_8), 3);
        assertThat(labs.problems("a.lab", cut))
                .containsExactly("a.lab:1:3: encoding: byte C3 (expected: UTF-8 without byte order mark)");
    }

    @Test
    void lineEndsOfWindowsAreNamedOnce() {
        assertThat(labs.problems("a.lab", "---\r\ntitle: x\r\n---\r\n> socket\r\nout\r\n"))
                .containsExactly("a.lab:1:4: line end: CR LF (expected: LF alone, here and below)");
    }

    @Test
    void controlCharactersAreNamedOncePerLine() {
        assertThat(labs.problems("a.lab", "> a\0b\0\n> \033[2J\n> x\ry\n> \u0085\n> tab\tis fine\n"))
                .containsExactly(
                        "a.lab:1:4: control character: NUL (expected: text)",
                        "a.lab:2:3: control character: U+001B (expected: text)",
                        "a.lab:3:4: control character: U+000D (expected: text)",
                        "a.lab:4:3: control character: U+0085 (expected: text)");
    }

    @Test
    void filesThatAreNoneAreNamed() throws IOException {
        LabReader reader = new LabReader(Vocabulary.ANYTHING);
        Path directory = Files.createDirectory(folder.resolve("dir.lab"));
        assertThat(texts(reader.read(List.of(folder.resolve("none.lab"), directory))))
                .containsExactly(
                        folder + "/none.lab:1:1: file: does not exist (expected: a lab file)",
                        folder + "/dir.lab:1:1: file: not a regular file (expected: a lab file)");
    }

    @Test
    void whatIsTooMuchIsSaid() {
        assertThat(labs.problems("a.lab", "> socket\n".repeat(200_000)))
                .containsExactly("a.lab:1:1: file: larger than 1 MiB (expected: at most 1 MiB)");
        assertThat(labs.problems("a.lab", "> socket\n" + "x".repeat(5000) + "\n"))
                .containsExactly("a.lab:2:1: line: 5000 characters (expected: at most 4096)");
        assertThat(labs.problems("a.lab", "> socket\n".repeat(1001)))
                .containsExactly("a.lab:1001:1: steps: more than 1000 (expected: at most 1000)");
        assertThat(labs.problems("a.lab", "---\ntitle: " + "x\n  ".repeat(10_000) + "\n---\n> socket\n"))
                .containsExactly("a.lab:2:1: front matter: 40007 characters (expected: at most 16384)");
        assertThat(labs.problems("a.lab", "x\n".repeat(150)))
                .hasSize(101)
                .last()
                .isEqualTo("a.lab:100:1: more problems: 50 (expected: none)");
        assertThat(labs.problems("a.lab", "x\n".repeat(101)))
                .last()
                .isEqualTo("a.lab:100:1: more problems: 1 (expected: none)");
        assertThat(labs.problems("a.lab", "x\n".repeat(100))).hasSize(100);
    }

    @Test
    void bombsDoNotGoOff() {
        String deep = "---\nhint: " + "[".repeat(4000) + "\n---\n> socket\n";
        assertThat(labs.problems("a.lab", deep)).singleElement().asString().contains("more than 4 levels");
        String laughs = "---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n---\n> socket\n";
        assertThat(labs.problems("a.lab", laughs)).singleElement().asString().contains("an alias");
        String tag = "---\ntitle: !!javax.script.ScriptEngineManager [x]\n---\n> socket\n";
        assertThat(labs.problems("a.lab", tag)).singleElement().asString().contains("title: a list");
    }

    @Test
    void longValuesAreCutInMessagesAndEscaped() {
        LabReader.Reading reading =
                labs.read("a.lab", ("---\nseed: " + "9".repeat(500) + "\n---\n> a\n").getBytes(StandardCharsets.UTF_8));
        String text = reading.problems().get(0).text(message -> message.replace('9', '8'));
        assertThat(text).endsWith(":2:7: seed: " + "8".repeat(60) + "... (expected: 0 to 8223372036854775807)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void aLongValueIsNotCutWithinACharacterOfTwo(String before) {
        assertThat(labs.problems("a.lab", before + "😀".repeat(50) + "\n"))
                .first()
                .asString()
                .contains("😀... (expected: ");
    }

    private static List<String> texts(LabReader.Reading reading) {
        return reading.problems().stream()
                .map(problem -> problem.text(UnaryOperator.identity()))
                .toList();
    }
}
