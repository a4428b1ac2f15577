package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;
import org.sockrates.shell.job.Origin;

class GradeCommandTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java") + " -XX:TieredStopAtLevel=1" + " -cp \""
                    + System.getProperty("java.class.path").split(":", -1)[0] + "\" " + HandedIn.class.getName() + " ";
    private static final String SERVER = """
            ---
            program: server
            points: 1
            ---
            # points: 2
            tcp> client {port} hello
            sent      5 bytes to {_}:{port}
            received  5 bytes: "hello"
            after     {_:number} ms: end of stream
            tcp> program
            program: running
            """;
    private static final String CLIENT = """
            ---
            transport: udp
            program: client
            ---
            udp> program
            program: not started: its port is not known yet
            udp> server 0 --echo --quiet
            server udp 127.0.0.1:{port}: echo (job 1)
            udp> program wait
            program: ended with status 0
              one
              two
            """;

    @TempDir
    private Path folder;

    private Typing typing;

    @BeforeEach
    void open() throws IOException {
        Path labs = Files.createDirectories(folder.resolve("scripts/labs"));
        Files.writeString(labs.resolve("01-server.lab"), SERVER);
        Files.writeString(labs.resolve("02-client.lab"), CLIENT);
        Files.writeString(
                labs.resolve("03-datagrams.lab"),
                SERVER.replace("---\nprogram", "---\ntransport: udp\nprogram")
                        .replace("tcp>", "udp>")
                        .replace(": end of stream", ""));
        Files.writeString(labs.resolve("04-nobody.lab"), "tcp> set timeout 1s\n");
        typing = Typing.in(folder);
    }

    @AfterEach
    void close() {
        typing.close();
    }

    private Shown grade(String labs, String what) {
        return typing.type("grade " + labs + " -- " + JAVA + what + " {host} {port}");
    }

    @Test
    void aGoodServerPasses() {
        grade("01", "echo")
                .matches("passed .*01-server.lab +2 of 2 steps +[0-9.]+ s", "1 of 1 labs passed, 3 of 3 points")
                .ends(0);
    }

    @Test
    void aServerOfDatagramsIsKnownByItsPort() {
        grade("03", "datagrams").has("1 of 1 labs passed, 3 of 3 points").ends(0);
    }

    @Test
    void aClientBeginsWhenItKnowsWhomToAsk() {
        grade("02", "ask").has("1 of 1 labs passed, 1 of 1 points").ends(0);
    }

    @Test
    void whatEndsBeforeItServesHasFailedAndItsLastWordsAreHarmless() {
        List<String> lines = grade("01", "leave").ends(1).lines();
        assertThat(String.join(" ", lines).replaceAll(" +", " "))
                .startsWith("FAILED 01-server.lab 0 of 2 steps")
                .contains("ended with status 3")
                .contains("no time \\x1b[2J")
                .endsWith("0 of 1 labs passed, 0 of 3 points");
        assertThat(lines).allMatch(line -> line.length() <= 80);
    }

    @Test
    void whatNeverServesHasFailed() {
        Shown shown = typing.type("grade 01 --json --start-limit 200ms -- " + JAVA + "sleep {host} {port}");
        assertThat(shown.ends(1).lines().get(0))
                .contains("{port}: serves nowhere after 200 ms (expected: at 127.0.0.1:")
                .contains("it said nothing");
    }

    @Test
    void whatCannotBeStartedHasFailedWhereSomebodyHandedItIn() throws IOException {
        Files.createDirectories(folder.resolve("in/ann"));
        Shown shown = typing.type("grade 01 02 --submissions in -- ./run {port}");
        assertThat(shown.ends(1).lines())
                .startsWith("ann")
                .contains("      ./run {port}: cannot be started: no such program, or not executable")
                .contains("      + program: cannot be started: no such program, or not executable")
                .endsWith("ann             0  4      0    2");
    }

    @Test
    void everySubmissionIsGradedWhereItLies() throws IOException {
        for (String name : List.of("eve", "ann", ".hidden", "=cmd|x")) {
            Files.createDirectories(folder.resolve("in").resolve(name));
        }
        Files.writeString(folder.resolve("in/ann/what"), "echo");
        Files.writeString(folder.resolve("in/eve/what"), "leave");
        Files.writeString(folder.resolve("in/=cmd|x/what"), "echo");
        String each = "/bin/sh -c 'exec " + JAVA.replace("\"", "") + "$(cat what) {host} {port}'";

        Shown shown = typing.type("grade 01 --submissions in --csv grades.csv -- " + each.replace("'", "\""));

        assertThat(shown.ends(1).lines())
                .endsWith(
                        "submission points of passed labs",
                        "=cmd|x          3  3      1    1",
                        "ann             3  3      1    1",
                        "eve             0  3      0    1");
        assertThat(Files.readAllLines(folder.resolve("grades.csv")))
                .hasSize(4)
                .contains("submission,lab,verdict,points,of,passed_steps,steps,seconds,reason")
                .anyMatch(row -> row.startsWith("eve,01-server.lab,failed,0,3,0,2,"))
                .anyMatch(row -> row.startsWith("ann,01-server.lab,passed,3,3,2,2,"))
                .noneMatch(row -> row.startsWith("="));
    }

    @Test
    void aProgramIsToldWhoseResultItIs() throws IOException {
        Files.createDirectories(folder.resolve("in/ann"));
        List<Map<String, Object>> pages = typing.type(
                        "grade 01 --json --submissions in -- " + JAVA + "leave {host} {port} {submission}")
                .ends(1)
                .jsonList();
        assertThat(pages.get(0))
                .containsEntry("submission", "ann")
                .containsEntry("points", 0)
                .containsEntry("of", 3);
        assertThat(JSON.std.asString(pages.get(0).get("labs")))
                .contains("\"verdict\":\"failed\"", "\"said\":[\"no time \\\\x1b[2J today\"]");
    }

    @Test
    void writesWhatRunWrites() throws IOException {
        typing.type("grade 01 --gradescope results.json --junit r.xml --tap r.tap -- " + JAVA + "echo {host} {port}")
                .ends(0);
        assertThat(Files.readString(folder.resolve("results.json"))).contains("\"score\":2");
        assertThat(folder.resolve("r.xml")).content().contains("failures=\"0\"");
        assertThat(folder.resolve("r.tap")).content().contains("ok 1");
    }

    @Test
    void aFailureIsShownWithWhatTheProgramSaid() {
        Shown shown = grade("02", "leave");
        assertThat(shown.ends(1).lines())
                .contains("    no time \\x1b[2J today")
                .anyMatch(line -> line.contains("ended with status 3"));
    }

    @Test
    void aPortThatIsTakenIsNobodysFault() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String line = "grade 01 --port " + taken.getLocalPort() + " -- " + JAVA + "echo {host} 1";
            assertThat(String.join("", typing.type(line).ends(4).lines()))
                    .contains("somebody serves at 127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void aProgramMayHaveAPortOfItsOwn() throws IOException {
        int free;
        try (ServerSocket probe = new ServerSocket(0)) {
            free = probe.getLocalPort();
        }
        typing.type("grade 01 --port " + free + " -- " + JAVA + "echo {host} " + free)
                .has("1 of 1 labs passed, 3 of 3 points")
                .ends(0);
    }

    @Test
    void nothingItStartedIsLeft() {
        grade("01", "echo").ends(0);
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grade|grade: no lab (expected: LAB… -- PROGRAM [WORD…])",
                "grade -- sh|grade: no lab (expected: LAB… -- PROGRAM [WORD…])",
                "grade 01|grade: no program (expected: LAB… -- PROGRAM [WORD…])",
                "grade 01 --|grade: no program (expected: LAB… -- PROGRAM [WORD…])",
                "grade 01 -- /no/such {port}|grade: /no/such: not found (expected: a program)",
                "grade 01 -- /tmp {port}|grade: /tmp: not found (expected: a program)",
                "grade 01 -- /bin/sh|"
                        + "grade: \"/bin/sh\" (expected: {port} among its words: where it serves, or --port)",
                "grade 02 --port 80 -- /bin/sh|grade: \"/bin/sh\" (expected: {port} among its words: whom it asks)",
                "grade 01 --port 80 -- /bin/sh {port}|"
                        + "grade: --port: with {port} in /bin/sh {port} (expected: one of them)",
                "grade 01 -- /bin/sh {port} {submission}|"
                        + "grade: \"/bin/sh {port} {submission}\" (expected: no {submission} without --submissions)",
                "grade 01 --submissions scripts --tap x -- /bin/sh {port}|"
                        + "grade: --tap: with --submissions (expected: --csv or --json, which tell whose result it is)",
                "grade 04 -- /bin/sh {port}|grade: 04-nobody.lab: judges no program"
                        + " (expected: program: in its front matter); see  run",
                "program|program: none is graded here (expected: a lab under  grade LAB -- PROGRAM )",
                "program x|program: \"x\" (expected: wait, or nothing)",
                "lab start 01|lab: 01-server.lab: judges a program of yours (expected: a lab to work through);"
                        + " see  help grade",
            })
    void refuses(String line, String message) {
        typing.type(line).refuses(message);
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
        typing.type("grade 01 -- /bin/sh {port}", Origin.LAB)
                .refuses("grade: a lab starts no program (expected: typed by a person)");
    }

    @Test
    void runSaysHowSuchALabIsGraded() {
        assertThat(String.join("", typing.type("run 01").ends(5).lines()).replaceAll(" {3,}", ""))
                .contains("requires program: it judges one of yours; name it:  grade LAB -- PROGRAM {port}");
    }
}
