package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;

class GradeCommandTest {
    static final String JAVA =
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

    @AutoClose
    private Typing typing;

    @BeforeEach
    void open() throws IOException {
        typing = typing(folder);
    }

    /** In a folder with three labs. */
    static Typing typing(Path folder) throws IOException {
        Path labs = Files.createDirectories(folder.resolve("scripts/labs"));
        Files.writeString(labs.resolve("01-server.lab"), SERVER);
        Files.writeString(labs.resolve("02-client.lab"), CLIENT);
        Files.writeString(
                labs.resolve("03-datagrams.lab"),
                SERVER.replace("---\nprogram", "---\ntransport: udp\nprogram")
                        .replace("tcp>", "udp>")
                        .replace(": end of stream", ""));
        return Typing.in(folder);
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
    void whoPassesIsToldWhatToTakeHome() throws IOException {
        Path lab = folder.resolve("home.lab");
        Files.writeString(lab, SERVER.replace("---\nprogram", "---\nremember: all of it\nsource: RFC 862\nprogram"));
        assertThat(grade("home.lab", "echo").ends(0).lines())
                .endsWith("remember: all of it", "written in: RFC 862", "1 of 1 labs passed, 3 of 3 points");
        assertThat(grade("home.lab", "leave").ends(1).lines()).noneMatch(line -> line.contains("remember"));
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
                .contains("{port}: after 200ms it listens nowhere (expected: at tcp 127.0.0.1:")
                .contains("it said nothing");
    }

    @Test
    void whatServesElsewhereIsToldWhereAndWhatToDo() {
        String line = "grade 01 --json --start-limit 2s -- /bin/sh -c \"exec " + JAVA.replace("\"", "");
        assertThat(typing.type(line + "echo 127.0.0.2 {port}\"").ends(1).lines().get(0))
                .containsPattern("it serves at tcp 127\\.0\\.0\\.2:([0-9]+) \\(expected: at tcp 127\\.0\\.0\\.1:\\1\\)")
                .doesNotContain("built in");
        assertThat(typing.type(line + "datagrams {host} {port}\"")
                        .ends(1)
                        .lines()
                        .get(0))
                .containsPattern(
                        "it has only udp .*:([0-9]+) \\(expected: at tcp 127\\.0\\.0\\.1:\\1\\); the lab asks over tcp");
        assertThat(typing.type(line + "echo {host} 0 {port}\"").ends(1).lines().get(0))
                .contains("; a port built in is told with --port");
    }

    @Test
    void whatEndsInTheMiddleIsNotToBeStartedByHand() throws IOException {
        Files.writeString(
                folder.resolve("scripts/labs/05-twice.lab"),
                "---\nprogram: server\n---\ntcp> client {port} hello\n...\ntcp> program wait\n...\ntcp> client {port} hello\n");
        List<String> lines = grade("05", "once").ends(1).lines();
        assertThat(String.join(" ", lines).replaceAll(" +", " "))
                .contains("refused, nobody listens there; the program: ended with status 0");
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
    void whatALabReadsIsReadBeforeAProgramMayChangeIt() throws IOException {
        Files.writeString(folder.resolve("letter"), "hello");
        Files.writeString(folder.resolve("other"), "other");
        Files.writeString(folder.resolve("serve.sock"), "server tcp 0 --quiet --reply file:other\n");
        Files.writeString(folder.resolve("mine.lab"), """
                ---
                program: server
                ---
                tcp> client {port} file:letter
                ...
                received  5 bytes: "hello"
                ...
                tcp> source serve.sock
                server tcp *: reply of 5 bytes* (job 1) (glob)
                """);
        String spoils = "cd " + folder + "; echo spoilt | tee letter other serve.sock; exec " + JAVA.replace("\"", "");
        typing.type("grade mine.lab -- /bin/sh -c '" + spoils + "echo {host} {port}'")
                .has("1 of 1 labs passed, 1 of 1 points")
                .ends(0);
        assertThat(folder.resolve("letter")).hasContent("spoilt");
    }

    @Test
    void aPortThatIsTakenIsNobodysFault() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String line = "grade 01 --gradescope results.json --port " + taken.getLocalPort() + " -- " + JAVA
                    + "echo {host} 1";
            Shown shown = typing.type(line).ends(4);
            assertThat(String.join("", shown.lines()))
                    .contains("somebody serves at 127.0.0.1:" + taken.getLocalPort())
                    .doesNotContain("its port is not known");
            assertThat(shown.troubles())
                    .singleElement()
                    .asString()
                    .startsWith("grade: --gradescope: results.json: not written, or it would be 0 points for nobody's"
                            + " fault: 01-server.lab: NOT STARTED: ");
            assertThat(folder.resolve("results.json")).doesNotExist();
        }
    }

    @Test
    void aLabThatNeverStartsItsClientIsNobodysFault() throws IOException {
        Files.writeString(folder.resolve("scripts/labs/06-wrong.lab"), CLIENT.replace("echo (job 1)", "ecco (job 1)"));
        List<String> lines = grade("06", "ask").ends(4).lines();
        assertThat(String.join(" ", lines).replaceAll(" +", " "))
                .startsWith("NOT STARTED 06-wrong.lab")
                .contains("the lab's own fault: no line captured {port}, and the program was not started")
                .contains("- server udp 127.0.0.1:{port}: ecco (job 1)");
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
        typing.type("grade 01 -- " + JAVA + "echo {host} {port} " + folder).ends(0);
        assertThat(TestProcesses.startedWith(folder)).isZero();
    }

    @Test
    void runSaysHowSuchALabIsGraded() {
        assertThat(String.join(" ", typing.type("run 01").ends(5).lines()).replaceAll(" +", " "))
                .contains("requires program: it judges one of yours; name it: grade LAB -- PROGRAM 0 of 1");
    }
}
