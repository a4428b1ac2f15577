package org.sockrates.lab.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.lab.document.Labs;

final class LabLinterTest {
    private static final String GOOD = """
            ---
            title: t
            question: q?
            remember: r
            source: RFC 9293
            link: delay 20ms
            seed: 1
            ---
            # hint: h
            # predict: p?
            # [x] yes
            # [ ] no
            > socket
            socket() = 3
            """;

    private final LabLinter linter = new LabLinter(
            link -> link.contains("loss"), command -> command.replaceFirst("^(stat|st)\\b", "status"), Proofs::of);

    private List<Finding> lint(String text) {
        return linter.lint(new Labs().good("a.lab", text));
    }

    private List<String> findings(String text) {
        return lint(text).stream().map(Finding::what).toList();
    }

    @Test
    void findsNothingInAGoodLab() {
        assertThat(findings(GOOD)).isEmpty();
    }

    @Test
    void findsWhatIsMissing() {
        assertThat(findings("---\nlink: loss 5%\n---\n> socket\n...\n"))
                .containsExactly(
                        "no title",
                        "no question",
                        "nothing to remember",
                        "no source",
                        "a link without a seed",
                        "no prediction",
                        "no hint",
                        "a shell that does nothing passes");
    }

    @Test
    void whatItFindsComesInTheOrderOfTheFile() {
        String lab = GOOD.replace("seed: 1", "program: server").replace("# hint: h\n", "")
                + "# points: 1\n> send x\nafter 5.91 ms\n> recv\nTCP> x\n# points: 1\n> status\n...\n";
        assertThat(lint(lab)).hasSizeGreaterThan(4).extracting(Finding::line).isSorted();
    }

    @ParameterizedTest
    @CsvSource({"delay 20ms, false", "loss 5% seed 3, false", "'loss 5%\nseed: 1', false", "loss 5%, true"})
    void asksForASeedWhereLotsAreDrawn(String link, boolean asks) {
        List<String> findings = findings(GOOD.replace("delay 20ms\nseed: 1", link));
        assertThat(findings.contains("a link without a seed")).isEqualTo(asks);
    }

    @Test
    void findsHintsAndPredictionsInTheFrontMatterToo() {
        String text = """
                ---
                hint: h
                predict: {question: q, choices: [a, b], answer: a}
                link: loss 5% seed 3
                ---
                > socket
                [1]
                """;
        assertThat(findings(text)).containsExactly("no title", "no question", "nothing to remember", "no source");
    }

    @Test
    void findsALabThatIsTooLong() {
        assertThat(findings(GOOD + "> more\nline\n".repeat(20))).containsExactly("42 lines of session");
        assertThat(findings(GOOD + "> more\nline\n".repeat(19))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "recv bob, true",
        "client localhost {port} hi, true",
        "program, true",
        "program type hello, false",
        "socket --as bob, false",
    })
    void ofAProgramsLabWithPointsEveryStepThatJudgesHasSome(String command, boolean judges) {
        String lab = GOOD.replace("seed: 1", "seed: 1\nprogram: server") + "# points: 1\n> recv\nx\n";
        String step = "> " + command + "\nsomething\n";
        List<String> costly = judges ? List.of("this step can fail and has no points") : List.of();
        assertThat(findings(lab + step)).isEqualTo(costly);
        List<String> own = judges ? List.of() : List.of("this step has points for what the lab does itself");
        assertThat(findings(lab + "# points: 2\n" + step)).isEqualTo(own);
        assertThat(findings(lab.replace("# points: 1\n", "") + step)).isEmpty();
        assertThat(findings(lab.replace("program: server", "").replace("{port}", "7") + step.replace("{port}", "7")))
                .isEmpty();
        assertThat(findings(lab.replace("seed: 1", "seed: 1\npoints: 3") + step))
                .isEmpty();
        assertThat(findings(lab + "> " + command + "\n...\n")).isEmpty();
        assertThat(findings(lab + "> recv bob\n...\n[124]\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "stat", "st --json", "why", "program wait"})
    void pointsAreForSomethingThatIsShown(String command) {
        String lab = GOOD + "# points: 2\n> " + command + "\n";
        assertThat(findings(lab + "...\n")).containsExactly("this step has points for whatever is shown");
        assertThat(findings(lab + "...\n[4]\n")).isEmpty();
        assertThat(findings(lab + "...\nx\n")).isEmpty();
        assertThat(findings(lab + "* (glob)\n")).isEmpty();
        assertThat(findings(lab)).isEmpty();
        assertThat(findings(GOOD + "> " + command + "\n...\n")).isEmpty();
    }

    /** Without a status under it, a command must succeed. */
    @ParameterizedTest
    @ValueSource(strings = {"connect alice localhost 9\n...\n", "recv bob\n...\n[0]\n", "set seed 3\n...\n"})
    void pointsMayBeForASuccessAlone(String step) {
        assertThat(findings(GOOD + "# points: 2\n> " + step)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "client localhost 7 \"hex:00 05\"|\"hex:00 05\"",
                "send bob '#256'|'#256'",
                "send bob \"\\x01\" \"#256\"|\"#256\"",
            })
    void aPayloadInQuotesIsOnlyText(String command, String quoted) {
        assertThat(findings(GOOD + "> " + command + "\n...\n")).containsExactly(quoted + " is text here, as it stands");
        assertThat(findings(GOOD + "> " + command.replaceAll("[\"']", "") + "\n...\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(eventualy 2s)|(eventualy 2s)|eventually",
                "port {Port}|{Port}|{port}",
                "{N:Int}* (glob)|{N:Int}|{n:int}",
                "(eventually 2s|(eventually 2s|eventually",
                "(unorderd|(unorderd|unordered",
                "(unordered)|(unordered)|unordered",
                "*lost* (golb)|(golb)|glob",
                "a  b (Words)|(Words)|words",
                "TCP> set|TCP> set|tcp> set",
                "udp>set x|udp>set x|udp> set x",
                "$ set|$ set|> set",
                "127.0.0.1:{port) = 0|{port|{port}",
                "{alice, {there}:9) = 0|{alice|{alice}",
                "* {rtt:20±15 (glob)|{rtt:20±15|{rtt:20±15}",
                "[a-z]+ (regx+)|(regx+)|regex",
                "*lost* (glo)|(glo)|glob",
            })
    void doubtsALineThatIsNearlySomethingElse(String line, String written, String meant) {
        assertThat(lint(GOOD + "> more\n" + line + "\n"))
                .extracting(Finding::text)
                .containsExactly("labs/a.lab:16: " + written + " is text here, and must come (expected: " + meant
                        + "? for text, (equal) behind it)");
        assertThat(findings(GOOD + "> more\n" + line + " (equal)\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp> connect a 7",
                "[4]",
                "...",
                "# hint: x",
                "#   [x] yes",
                "(eventually 2s)",
            })
    void doubtsALineThatIsSomethingElseButForABlankBeforeIt(String line) {
        for (String blank : List.of(" ", "\t")) {
            assertThat(lint(GOOD + "> more\n" + blank + line + "\n"))
                    .extracting(Finding::text)
                    .containsExactly("labs/a.lab:16: " + blank + line + " is text here, and must come (expected: "
                            + line + " without a blank before it? for text, (equal) behind it)");
            assertThat(findings(GOOD + "> more\n" + blank + line + " (equal)\n"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(eventually 2s)\nx",
                "  try  listen door",
                "    (Message too long)",
                "  > hello",
                "  [4] x",
                "{\"a\": {b, c}}",
                "if (x) {return 0;}",
                "x (glob)",
                "close(3) = 0 (reset)",
                "echo (job 1)",
                "(see below)",
                "a (world)",
                "a (blob)",
                "port {p}, {n:int} waiting",
                "<p>",
                "a > b",
                "costs $ 5"
            })
    void doubtsNoLineThatIsWhatItIs(String line) {
        assertThat(findings(GOOD + "> more\n" + line + "\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "after     5.91 ms|5.91 ms|{_:number} ms",
                "after     5.91 ms: end of stream|5.91 ms|{_:number} ms",
                "after 1010 ms: nothing more within 1s (words)|1010 ms|{_:number} ms",
                "ping 1    reply after 3.49 ms|3.49 ms|{_:number} ms",
                "round trip min/median/max 0.9/2.2/3.4 ms, n=2|0.9/2.2/3.4 ms|{_:number}/{_:number}/{_:number} ms",
                "3.312 s  upstream   #10 * (glob)|3.312 s|{_:number} s",
                "  the peer threw the connection away, noticed at 16:28:55|16:28:55|{_}",
                "recv(3, 9) = -1 EBADF: socket 3 was closed at 12:01:07|12:01:07|{_}",
                "the last call that failed, at 12:01:07:|12:01:07|{_}",
                "12:01:07.250 shell listen(3, 5) = 0|12:01:07.250|{_}",
                "'    16:28:55'|16:28:55|{_}",
                "the system chose port 40123|40123|{_:int}, or a name for it",
                "connect(3, 127.0.0.1:40123) = 0 (equal)|40123|{_:int}, or a name for it",
                "connect(3, [::1]:32768) = 0|32768|{_:int}, or a name for it",
            })
    void findsAValueThatIsAnotherOneEachTime(String line, String written, String meant) {
        assertThat(lint(GOOD + "> more\n" + line + "\n"))
                .extracting(Finding::text)
                .containsExactly("labs/a.lab:16: " + written + " is another one each time (expected: " + meant + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after     {_:number} ms: nothing more within 1s",
                "ping 2    no reply within 1s",
                "ping 2    reply after {_:60..900} ms",
                "after 5[.]91 ms|after 40 ms (regex)",
                "after 4* ms (glob)",
                "  closed by the peer, noticed at {_}",
                "  closed by the peer, noticed at [0-9:]+|closed at 12:01:07 (regex)",
                "  we meet at 12:00:00",
                "12:30:00 is when the train leaves",
                "0.000 s  upstream   #5 * (glob)",
                "connect(3, 127.0.0.1:12345) = 0",
                "connect(3, 127.0.0.1:50007) = 0",
                "recv(5, \"one\", 65536, 0) = 3",
            })
    void aValueThatIsTheSameEachTimeMayStandThere(String line) {
        assertThat(findings(GOOD + "> connect alice localhost 50007\n" + line + "\n"))
                .isEmpty();
    }

    @Test
    void aFileMayNameAPortButNoTime() {
        assertThat(findings(GOOD + "> source a.txt\nconnect(3, 127.0.0.1:45000) = 0\n"))
                .isEmpty();
        assertThat(findings(GOOD + "> source a.txt\nafter 5.91 ms\n")).hasSize(1);
        assertThat(findings(GOOD + "> source a.txt\nnoticed at 16:28:55\n")).hasSize(1);
    }

    @Test
    void saysWhereAndWhatAGoodLabHas() {
        assertThat(lint(GOOD.replace("# hint: h\n", "")))
                .extracting(Finding::text)
                .containsExactly("labs/a.lab:12: no hint (expected: # hint: above a step that is hard)");
    }
}
