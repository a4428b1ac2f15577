package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Shown;
import org.sockrates.shell.WithFolder;
import org.sockrates.shell.job.Origin;

/** Words behind grade that cannot be meant: nothing is started. */
class GradeWordsTest extends WithFolder {
    @BeforeEach
    void open() throws IOException {
        Path labs = Files.createDirectories(folder.resolve("scripts/labs"));
        Files.writeString(labs.resolve("01-server.lab"), "---\nprogram: server\n---\ntcp> client {port} hello\n...\n");
        Files.writeString(
                labs.resolve("02-client.lab"), "---\nprogram: client\n---\ntcp> server 0\n*:{port}:* (glob)\n");
        Files.writeString(
                labs.resolve("03-protocol.lab"), "---\nprogram: protocol\n---\nudp> rdt check {protocol}\n...\n");
        Files.writeString(labs.resolve("04-nobody.lab"), "tcp> set timeout 1s\n");
        Files.writeString(
                labs.resolve("06-proxy.lab"),
                "---\nprogram: server\ntakes: up\n---\ntcp> server 0\n*:{up}:* (glob)\ntcp> connect {port}\n...{way}\n");
        Files.writeString(
                labs.resolve("07-two.lab"),
                "---\nprogram: server\ntakes: host2\n---\ntcp> server 0\n*:{host2}:* (glob)\ntcp> connect {port}\n");
        Files.createDirectory(folder.resolve("scripts.java"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grade|grade: no lab (expected: LAB… -- PROGRAM [WORD…])",
                "grade -- sh|grade: no lab (expected: LAB… -- PROGRAM [WORD…])",
                "grade 01|grade: no program (expected: LAB… -- PROGRAM [WORD…])",
                "grade 01 --|grade: no program (expected: LAB… -- PROGRAM [WORD…])",
                "grade 01 -- /no/such {port}|grade: /no/such: no such program (expected: a program behind --)",
                "grade 01 -- scripts/labs/01-server.lab {port}|grade: scripts/labs/01-server.lab: not executable"
                        + " (expected: a program behind --)",
                "grade 01 -- /tmp {port}|grade: /tmp: a folder (expected: a program behind --)",
                "grade 01 -- /bin/sh|"
                        + "grade: \"/bin/sh\" (expected: {port} among its words: where it serves, or --port)",
                "grade 02 --port 80 -- /bin/sh|grade: \"/bin/sh\" (expected: {port} among its words: whom it asks)",
                "grade 01 --port 80 -- /bin/sh {port}|"
                        + "grade: --port: with {port} in /bin/sh {port} (expected: one of them)",
                "grade 01 -- /bin/sh {port} {submission}|"
                        + "grade: \"/bin/sh {port} {submission}\" (expected: no {submission} without --submissions)",
                "grade 01 -- /bin/sh {port} {submision}/c.py|grade: \"{submision}\" (expected: {submission}?)",
                "grade 01 -- /bin/sh {part} {port} {submission}|"
                        + "grade: \"/bin/sh {part} {port} {submission}\" (expected: no {submission} without --submissions)",
                "grade 01 -- /bin/sh {Port}|grade: \"{Port}\" (expected: {port}?)",
                "grade 01 -- /bin/sh {print} {0} {x:post}|"
                        + "grade: \"/bin/sh {print} {0} {x:post}\" (expected: {port} among its words: where it serves, or --port)",
                "grade 06 -- /bin/sh {port}|"
                        + "grade: \"/bin/sh {port}\" (expected: {up} among its words, which 06-proxy.lab tells it)",
                "grade 06 01 -- /bin/sh {port} {up}|"
                        + "grade: {up}: 01-server.lab tells no such (expected: {port}, {host})",
                "grade 06 -- /bin/sh {port} --up={up} x:{down}|"
                        + "grade: {down}: 06-proxy.lab tells no such (expected: {port}, {host}, {up})",
                "grade 07 -- /bin/sh {port} {host2} {down}|"
                        + "grade: {down}: 07-two.lab tells no such (expected: {port}, {host}, {host2})",
                "grade 06 -- /bin/sh -c 'f ${up}' {port}|"
                        + "grade: \"/bin/sh -c f ${up} {port}\" (expected: {up} among its words, which 06-proxy.lab tells it)",
                "grade 01 -- /bin/sh -c 'f ${port}'|grade: \"/bin/sh -c f ${port}\""
                        + " (expected: {port} among its words: where it serves, or --port)",
                "grade 06 -- /bin/sh -c 'f {way}' {port} {up}|"
                        + "grade: {way}: 06-proxy.lab tells no such (expected: {port}, {host}, {up})",
                "grade 06 --submissions scripts --tap x -- /bin/sh -c 'f {x}; ${up}' ${HOME} {port} {up}|"
                        + "grade: --tap: with --submissions (expected: --csv or --json, which tell whose result it is)",
                "grade 01 --submissions scripts --tap x -- /bin/sh {port}|"
                        + "grade: --tap: with --submissions (expected: --csv or --json, which tell whose result it is)",
                "grade 04 -- /bin/sh {port}|grade: 04-nobody.lab: judges no program"
                        + " (expected: program: in its front matter); see  run",
                "grade 03 -- No.java|grade: No.java: no such file (expected: the source of a protocol)",
                "grade 03 -- scripts.java|grade: scripts.java: no file (expected: the source of a protocol)",
                "grade 03 -- No.class|grade: \"No.class\" (expected: the source of a protocol behind --, FILE.java)",
                "grade 03 --port 80 -- No.java|grade: --port: of a protocol (expected: none, it is not started)",
                "grade 03 -- {submission}|grade: \"{submission}\" (expected: no {submission} without --submissions)",
                "program|program: none is graded here (expected: a lab under  grade LAB -- PROGRAM )",
                "program x|program: \"x\" (expected: wait, type, stop, start, or nothing)",
                "program start now|program: \"now\" (expected: nothing more; see  help program)",
                "program wait --timeout 1s|program: \"--timeout\" (expected: only with program stop; see  help program)",
                "program stop --timeout 0s|program stop: --timeout: \"0s\" (expected: a duration from 1ms to 3600s)",
                "program type|program: too few words (expected: DATA); see  help program",
                "program wait --end|program: \"--end\" (expected: only with program type; see  help program)",
            })
    void refuses(String line, String message) {
        typing.type(line).refuses(message);
    }

    @Test
    void whoWouldWorkThroughOneIsShownWhatItAsksOfAProgram() throws IOException {
        Files.writeString(folder.resolve("scripts/labs/05-store.lab"), """
            ---
            title: a store
            question: What is kept?
            program: server
            hint: grade 05 -- python3 store.py {port}
            ---
            # It is to answer
            # every line.
            #
            #   GET NAME   with a value
            tcp> client {port} hello
            ...
            """);
        typing.type("lab start 05")
                .shows(
                        "a store",
                        "  What is kept?",
                        "  It is to answer every line.",
                        "  GET NAME   with a value",
                        "in full:  " + folder.resolve("scripts/labs/05-store.lab"),
                        "judges a program of yours:  grade 05 -- python3 store.py {port}")
                .ends(0);
        assertThat(typing.type("lab start 05 --json").json())
                .containsEntry("program", "server")
                .containsEntry("task", List.of("It is to answer", "every line.", "GET NAME   with a value"));
        typing.type("lab start 01")
                .has("judges a program of yours:  see  help grade")
                .ends(0);
        Files.writeString(
                folder.resolve("hints.lab"),
                "---\nprogram: server\nhint: [read the page on streams, a line may come in two]\n---\n> client {port} a\n...\n");
        assertThat(typing.type("lab start hints.lab").lines())
                .endsWith(
                        "judges a program of yours:  see  help grade",
                        "hint:  read the page on streams",
                        "hint:  a line may come in two");
        typing.type("lab start 01").ends(0);
        typing.type("lab show")
                .refuses(
                        "lab: 01-server.lab: it judges a program of yours, and has no steps to type (expected: grade LAB --"
                                + " PROGRAM); see  help grade");

        Files.writeString(folder.resolve("own.lab"), "> socket\n...\n");
        typing.all("lab start own.lab", "lab leave").ends(0);
        typing.type("lab show").refuses("lab: none was begun (expected: lab start LAB first); see  labs");
    }

    @Test
    void whoWritesAProgramIsShownWhatItIsTold() {
        typing.type("lab start 06")
                .has("is told:  {port}, {up}, among its words")
                .ends(0);
        assertThat(typing.type("lab start 06 --json").json()).containsEntry("takes", List.of("up"));
    }

    @Test
    void aFolderWithoutSubmissionsIsNone() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        typing.type("grade 01 --submissions empty -- /bin/sh {port}")
                .fails(
                        "grade: --submissions: \"" + folder.resolve("empty")
                                + "\": 0 submissions (expected: 1 to 1000)",
                        3);
        typing.type("grade 01 --submissions nowhere -- /bin/sh {port}")
                .fails("grade: --submissions: \"nowhere\": no such file", 3);
        typing.type("grade 01 --submissions \"a\\0\" -- /bin/sh {port}")
                .fails("grade: --submissions: \"a\\0\": no file name", 3);
        typing.type("grade 01 --submissions scripts/labs/01-server.lab -- /bin/sh {port}")
                .fails("grade: --submissions: \"scripts/labs/01-server.lab\": no folder (expected: a folder)", 3);
    }

    @Test
    void aLabStartsNoProgram() {
        typing.type("grade 01 -- /bin/sh {port}", Origin.LAB).refuses("grade: in a lab (expected: typed by a person)");
    }

    @Test
    void whatWasGradedIsShownThoughItCannotBeWritten() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        Files.createDirectories(folder.resolve("in/ann"));
        Shown shown = typing.type("grade 03 --submissions in --csv /dev/full --force -- Mine.java")
                .ends(74);
        assertThat(shown.lines()).last().asString().matches("ann +0 of 1 +0 of 1");
        assertThat(shown.troubles()).singleElement().asString().startsWith("grade: --csv: /dev/full: No space left");
        Shown json = typing.type("grade 03 --submissions in --csv /dev/full --force --json -- Mine.java")
                .ends(74);
        assertThat(json.documents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rm $f", "mv $f other", "cp $f other; mv other $f", "printf 9 | dd of=$f conv=notrunc 2>&1"})
    void whatWasTakenAwayOrChangedMeanwhileIsWrittenAnew(String harm) throws IOException {
        Files.createDirectories(folder.resolve("in/ann"));
        Files.createDirectories(folder.resolve("in/bob"));
        String script = "f=" + folder.resolve("grades.csv") + "; [ {submission} = ${0%bob} ] || { " + harm + "; }";
        Shown shown = typing.type(
                        "grade 01 --submissions in --csv grades.csv -- /bin/sh -c '" + script + "' {submission} {port}")
                .ends(74);
        assertThat(shown.lines()).last().asString().matches("bob +0 of 1 +0 of 1");
        assertThat(shown.troubles())
                .singleElement()
                .asString()
                .startsWith("grade: --csv: ")
                .endsWith("taken away or changed by somebody else (expected: what was written); it was written anew");
        assertThat(Files.readAllLines(folder.resolve("grades.csv")).stream().map(row -> row.replaceAll(",.*", "")))
                .containsExactly("submission", "ann", "bob");
    }

    @Test
    void aProtocolThatIsNotHandedInOrIsNoneHasFailed() throws IOException {
        Path handedIn = Files.createDirectories(folder.resolve("in"));
        Files.createDirectories(handedIn.resolve("1-nothing"));
        Files.writeString(handedIn.resolve("2-own.java"), "class Own {}");
        Files.writeString(handedIn.resolve("Other.java"), "class Own {}");
        Files.writeString(handedIn.resolve("Stop.java"), "class Stop { void a() { Runtime.getRuntime().halt(0); } }");
        String deep = "class Deep { int x, y = x" + " + x".repeat(50_000) + "; }";
        Files.writeString(handedIn.resolve("Deep.java"), deep);
        typing.type("grade 03 --submissions in -- {submission}")
                .ends(1)
                .has(
                        "      1-nothing: no such file (expected: the source of its class)",
                        "      2-own.java: no name of a class (expected: the source of its class)",
                        "      Deep.java: the compiler gives up: java.lang.StackOverflowError (expected:",
                        "      Other.java: no class Other in it (expected: one, called as the file is)",
                        "      Stop.java: names java.lang.Runtime (expected: what a ProtocolEnd is",
                        "      handed, and Java to compute with; see docs/rdt.md)");
        typing.type("grade 03 --submissions in -- Mine.java")
                .ends(1)
                .has("      Mine.java: no such file (expected: the source of its class)");
    }
}
