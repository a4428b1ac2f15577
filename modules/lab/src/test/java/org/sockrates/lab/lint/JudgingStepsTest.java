package org.sockrates.lab.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Labs;

final class JudgingStepsTest {
    private static final String OWN = "this step has points for what the lab does itself";
    private static final String ELSEWHERE = "this client does not ask the program";

    private static LabDocument lab(String program, String session) {
        return new Labs().good("a.lab", "---\nprogram: " + program + "\n---\n" + session);
    }

    private static List<String> findings(String program, String session) {
        return JudgingSteps.findings(lab(program, session), Proofs::of).stream()
                .map(Finding::what)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send bob hello",
                "socket --as bob",
                "program type hello",
            })
    void pointsAreNotForWhatTheLabDoesItself(String command) {
        assertThat(findings("server", "# points: 1\n> " + command + "\nx\n")).containsExactly(OWN);
        assertThat(findings("server", "> " + command + "\nx\n")).isEmpty();
        assertThat(findings("server", "# points: 1\n> " + command + "\nx\n[4]\n"))
                .isEmpty();
        assertThat(findings("client", "> server\n{port}\n# points: 1\n> " + command + "\nx\n"))
                .containsExactly(OWN);
    }

    @Test
    void aClientIsStartedAgainAndNotWaitedFor() {
        String start = "# points: 1\n> program start\n...\n";
        assertThat(findings("client", "> server\n{port}\n" + start)).containsExactly(OWN);
        assertThat(findings("client", "> server\n{port}\n" + start + "[1]\n")).isEmpty();
        assertThat(findings("server", start)).isEmpty();
    }

    @Test
    void aHintThatGradesTellsAllThatIsTaken() {
        String session = "> bind\n{up}\n> connect {port}\nx\n";
        String hint = "server\ntakes: up\nhint: grade a.lab -- python3 a.py {port}";
        assertThat(findings(hint, session)).containsExactly("this hint grades without {up}");
        assertThat(findings(hint + " {up}", session)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"send bob #10000000", "recv bob", "program", "client {port} \"send it\""})
    void pointsAreForWhatTheProgramDoes(String command) {
        assertThat(findings("server", "# points: 1\n> " + command + "\nx\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "recv bob, '...\n[124]', true",
        "recv bob, 'recv(4, 0x0, 65536, 0) = -1 EAGAIN\n[124]', true",
        "recvfrom bob 10, '...\n[124]', true",
        "accept door, '...\n[124]', true",
        "recv bob, '...\n[4]', false",
        "recv bob 7 --waitall, 'recv(4, \"again\", 7, MSG_WAITALL) = 6\n...', false",
        "program wait, '...\n[124]', false",
        "client {port} hi --timeout 1s, '...\n[124]', true",
        "client {port} hi, 'sent      2 bytes to {_}:{port}\nreceived  0 bytes\n...\n[124]', true",
        "client {port} hi, '...\nreceived  2 bytes: \"hi\"\n...\n[124]', false",
    })
    void pointsAreNotForSilence(String command, String shown, boolean silence) {
        String step = "> " + command + "\n" + shown.replace("\\n", "\n") + "\n";
        List<String> told =
                silence ? List.of("this step has points for silence, which whoever does nothing has") : List.of();
        assertThat(findings("client", "> server\n{port}\n# points: 1\n" + step)).isEqualTo(told);
        assertThat(findings("client", "> server\n{port}\n" + step)).isEmpty();
    }

    @Test
    void whatIsComparedOnlyAtItsBeginningIsTold() {
        String step =
                "> recv bob 260 --waitall\n...\nrecv(3, \"abcdefghijklmnopqrstuvwx\"..., 260, MSG_WAITALL) = 260\n";
        assertThat(JudgingSteps.findings(lab("server", "# points: 3\n" + step), Proofs::of))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.what()).isEqualTo("of these bytes only the beginning is compared");
                    assertThat(finding.line()).isEqualTo(7);
                });
        assertThat(findings("server", step)).isEmpty();
        assertThat(findings("server", "# points: 3\n" + step.replace("\"...", "\"")))
                .isEmpty();
    }

    @Test
    void whoHasComparedEveryByteAndSucceedsNeedNotShowThem() {
        String compared = "# points: 3\n> recv bob --waitall --expect file:a.html\n";
        String beginning = "recv(3, \"abcdefghijklmnopqrstuvwx\"* (glob)\n";
        assertThat(findings("server", compared + beginning)).isEmpty();
        assertThat(findings("server", compared + beginning + "...\n[1]\n"))
                .containsExactly("of these bytes only the beginning is compared");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "recv(3, \"abcdefghijklmnopqrstuvwx\"* = 260 (glob)|true",
                "recv(3, \"\\n\\x00cdefghijklmnopqrstuvwx\"?* = 260 (glob)|true",
                "recv\\(3, \"abcdefghijklmnopqrstuvwx\"\\.\\.\\., 260, 0\\) = 260 (regex)|true",
                "recv.3, \"abcdefghijklmnopqrstuvwx\".* = 260 (regex)|true",
                "recv(3, \"abcdefghijklmnopqrstuvw\"* = 23 (glob)|false",
                "recv(3, \"abcdefghijklmnopqrstuvwx\", 24, 0) = 24|false",
                "recv(3, \"hi\"* = 2 (glob)|false",
                "recv(3, \"abc* = 260 (glob)|true",
                "recvfrom.3, \"abc.* = 260 (regex)|true",
                "recv(3, \"a*c\", 260, 0) = 3 (glob)|false",
                "received  200000 bytes, as sent: \"abc* (glob)|false",
                "recv(3, \"abcdefghijklmnopqrstuvwx\"..., 261, 0) = 260, as in file:a.html|false",
                "recv(3, \"abc* = 260, as in #260 (glob)|false",
                "recv(3, \"abcdefghijklmnopqrstuvwx\"..., 261, 0) = 260, not as in file:a.html|true",
                "recv.3, \"hi\", [0-9]+.* = 2 (regex)|false",
                "12:01:* shell recv(3, \"hi\"* (glob)|true", // behind a time it is cut to the line's room
                "Please send \"quit\"* (glob)|false",
                "* sendto(3,\"hi\"* (glob)|true",
                ".* recvfrom.3, \"hi\".* (regex)|true",
                "* recv(3, \"hi\", * (glob)|false",
                ".* recv.3, \"hi\", .* (regex)|false",
            })
    void aWildcardStandsForTheDotsToo(String line, boolean cut) {
        List<String> told = cut ? List.of("of these bytes only the beginning is compared") : List.of();
        assertThat(findings("server", "# points: 3\n> recv bob 260\n" + line + "\n"))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @MethodSource
    void aByteThatIsNoTextCountsAsOneByte(String line, boolean cut) {
        aWildcardStandsForTheDotsToo(line, cut);
    }

    static List<Arguments> aByteThatIsNoTextCountsAsOneByte() {
        String asShown = "\\x80";
        String escaped = "\\\\x80";
        String backslash = "\\\\\\\\";
        return List.of(
                Arguments.of("recv(3, \"" + asShown.repeat(24) + "\"* = 260 (glob)", true),
                Arguments.of("recv(3, \"" + asShown.repeat(16) + "\"* = 16 (glob)", false),
                Arguments.of("recv(3, \"" + escaped.repeat(24) + "\"* = 260 (glob)", true),
                Arguments.of("recv(3, \"" + escaped.repeat(16) + "\"* = 16 (glob)", false),
                Arguments.of("recv(3, \"" + backslash.repeat(24) + "\"* = 260 (glob)", true),
                Arguments.of("recv(3, \"" + backslash.repeat(12) + "\"* = 12 (glob)", false),
                Arguments.of("recv.3, \"" + escaped.repeat(24) + "\".* = 260 (regex)", true),
                Arguments.of("recv.3, \"" + escaped.repeat(16) + "\".* = 16 (regex)", false));
    }

    @ParameterizedTest
    @CsvSource({
        "connect ann {port}, recv ann, recv ann 99 --waitall",
        "connect ann {port}, recv ann 9 --waitall, recv ann 99 --waitall",
        "sendto ann {port} hi, recvfrom ann, recvfrom ann",
        "accept door --as ann, recv ann, recv ann 99 --waitall",
        "bind ann localhost 0, recvfrom ann,", // a rest: nobody knows this socket
        "connect ben {port}, recv ann,",
        "send ben dear ann, recv ann,", // said, but to somebody else
        "connect ann {port}, recv,",
        "connect ann {port}, accept ann,",
    })
    void whoBreaksASilenceLosesPoints(String made, String silent, @Nullable String remedy) {
        String session = "> " + made + "\n...\n> " + silent + "\n...\n[124]\n# points: 1\n> recv ann\nx\n";
        String what = "who breaks this silence has all points";
        LabDocument lab = lab("server", session);
        assertThat(JudgingSteps.findings(lab, Proofs::of))
                .isEqualTo(
                        remedy == null
                                ? List.of()
                                : List.of(new Finding(
                                        lab, 6, what, "none here; " + remedy + ", with points, shows what came")));
        assertThat(findings("server\npoints: 2", session)).isEmpty();
        String paid = session.replace("> " + silent + "\n...", "# points: 1\n> " + silent + "\n...");
        assertThat(findings("server", paid)).doesNotContain(what);
        assertThat(findings("server", session.replace("# points: 1\n", ""))).isEmpty();
        assertThat(findings("server", session.replace("[124]\n", "[4]\n"))).isEmpty();
    }

    @Test
    void whereNoProgramIsJudgedTheActsAreAStudents() {
        LabDocument lab = new Labs().good("a.lab", "# points: 1\n> send bob hello\nx\n> program wait\n> client 7\n");
        assertThat(JudgingSteps.findings(lab, Proofs::of)).isEmpty();
    }

    @Test
    void aServerIsNotWaitedFor() {
        assertThat(findings("server", "> program wait\nprogram: ended with status 0\n"))
                .containsExactly("a server that does not end takes the lab's whole time here");
        assertThat(findings("server", "> program\n(eventually 2s)\nprogram: ended with status 0\n"))
                .isEmpty();
        assertThat(findings("client", "> server\n{port}\n> program wait\nx\n")).isEmpty();
    }

    @Test
    void aClientIsWaitedForBehindAllThatHasPoints() {
        String asked = "> server\n{port}\n";
        String wait = "# points: 1\n> program wait\nprogram: ended with status 0\n";
        String log = "# points: 2\n> status\nx\n";
        assertThat(findings("client", asked + wait + "> status\nx\n" + log))
                .containsExactly("a client that does not end takes the lab's whole time here");
        assertThat(findings("client", asked + log + wait + "> status\nx\n")).isEmpty();
        assertThat(JudgingSteps.findings(lab("client", asked + wait + log), Proofs::of))
                .extracting(Finding::expected)
                .containsExactly("at the end; or program, and below it (eventually 20s)");
    }

    @ParameterizedTest
    @CsvSource({
        "client udp localhost 12345 hello, true",
        "client {port} hello, false",
        "client {cut} hello, false",
        "client {twice} hello, false",
        "client {shown} hello, false",
        "client localhost 7007, false",
        "client {own} hello, true",
        "client {told} hello, false",
        "client {asked} hello, false",
    })
    void aClientInAServersLabAsksTheServer(String command, boolean elsewhere) {
        String ports = """
                > link add {port}
                {cut}
                > link add {cut} --listen 7007
                {twice}
                > link show
                {shown}
                > server 0
                {own}
                > recv alice
                {told}
                > connect ann {port}
                {asked}
                """;
        List<String> told = elsewhere ? List.of(ELSEWHERE) : List.of();
        assertThat(findings("server", ports + "> " + command + "\nx\n")).isEqualTo(told);
        assertThat(findings("client", "> server\n{port}\n" + ports + "> " + command + "\nx\n"))
                .isEmpty();
    }
}
