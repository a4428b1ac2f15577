package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;

/** The labs that judge your programs, with the programs of the tutorial for teachers, and with ones that are not as good. */
@Execution(ExecutionMode.CONCURRENT)
final class YourProgramsTest extends OwnMachine {
    private static final Pattern PYTHON = Pattern.compile("(?ms)^```python\\n(.*?)^```$");
    private static final String STILL_THERE = "      tcp> client localhost {port} --count 1 --timeout 5s";
    private static final String SERVER = "37";
    private static final String PINGER = "38";
    private static final String PROTOCOL = "39";
    private static final String CONTRACT = "40";

    @TempDir
    private Path handedIn;

    private HandedIn programs;
    private String echo;
    private String pinger;

    @BeforeEach
    void set() throws IOException {
        assumeTrue(Tools.find("python3").isPresent(), "no python3 here");
        String page = Files.readString(Tools.root().resolve("tutorials/05-for-teachers.md"));
        programs = new HandedIn(handedIn, sockrates);
        List<String> shown = PYTHON.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(shown).hasSize(2);
        echo = shown.get(0);
        pinger = shown.get(1);
    }

    /** The lines about one submission. */
    private static List<String> about(String name, String next, Ended ended) {
        return ended.out().subList(ended.out().indexOf(name), ended.out().indexOf(next));
    }

    /** Where the lab is to blame, no program has ever been started. */
    @Test
    void aLabThatTellsNoPortIsToBlameAndThatIsAllThereIsToSay() throws IOException, InterruptedException {
        Path lab = handedIn.resolveSibling("portless.lab");
        Files.writeString(lab, "---\nprogram: client\n---\nudp> stop *\nport {port}\n");
        Ended ended = programs.grade(lab.toString(), Map.of("one", "print(1)"));
        assertThat(ended.status()).isEqualTo(4);
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void ofServersTheTutorialsPassesAndThoseThatAreNotAsGoodAreFoundOut() throws IOException, InterruptedException {
        String waiting = "threading.Thread(target=serve, args=(peer,), daemon=True).start()";
        String inTurn = HandedIn.without(echo, waiting, "serve(peer)");
        String brittle = HandedIn.without(inTurn, "ConnectionError", "KeyError");

        String inThrees = HandedIn.without(echo, "peer.sendall(line)", """
                for i in range(0, len(line), 3):
                                    peer.sendall(line[i:i+3])
                                    if len(line) < 100:
                                        time.sleep(0.05)""").replace("import", "import time,");
        String letters = HandedIn.without(echo, "makefile(\"rb\")", "makefile(\"r\", encoding=\"latin-1\")")
                .replace("sendall(line)", "sendall(line.encode(\"latin-1\"))");
        String ascii = letters.replace("\"r\", encoding=\"latin-1\"", "\"r\", encoding=\"ascii\", errors=\"ignore\"");

        String once = HandedIn.without(
                inTurn, "for line in lines:\n                peer.sendall(line)", "peer.sendall(peer.recv(999))");
        String tidy = HandedIn.without(echo, "peer.sendall(line)", "line != b'\\n' and peer.sendall(line)");
        String strict = HandedIn.without(echo, "peer.sendall(line)", "line.endswith(b'\\n') and peer.sendall(line)");

        Ended ended = programs.grade(
                SERVER,
                Map.of(
                        "1-good", echo,
                        "2-in-turn", inTurn,
                        "3-brittle", brittle,
                        "4-threes", inThrees,
                        "5-letters", letters,
                        "6-ascii", ascii,
                        "7-tidy", tidy,
                        "8-strict", strict,
                        "9-once", once));

        assertThat(ended.status()).as("%s", ended).isEqualTo(1);
        assertThat(about("2-in-turn", "3-brittle", ended))
                .contains("      tcp> client localhost {port} --count 2 --timeout 3s")
                .doesNotContain(STILL_THERE);
        assertThat(about("5-letters", "6-ascii", ended)).contains("      tcp> recv alice 10 --waitall");
        assertThat(ended.out())
                .contains(STILL_THERE)
                .contains("  program: python3 program.py {port}: ended with status 1")
                .contains("    ConnectionResetError: [Errno 104] Connection reset by peer")
                .endsWith(
                        "submission   points  labs passed",
                        "1-good     10 of 10       1 of 1",
                        "2-in-turn   8 of 10       0 of 1",
                        "3-brittle   5 of 10       0 of 1",
                        "4-threes   10 of 10       1 of 1",
                        "5-letters   9 of 10       0 of 1",
                        "6-ascii     9 of 10       0 of 1",
                        "7-tidy      8 of 10       0 of 1",
                        "8-strict    9 of 10       0 of 1",
                        "9-once      3 of 10       0 of 1");
    }

    /** It loses the half line, and then the rest of it. */
    @Test
    void ofServersOneThatSendsBackWhateverComesIsFoundOut() throws IOException, InterruptedException {
        String raw = HandedIn.without(
                echo,
                "for line in lines:\n                peer.sendall(line)",
                "while some := peer.recv(999):\n                peer.sendall(some)");
        Ended ended = programs.grade(SERVER, Map.of("raw", raw));
        assertThat(ended.status()).as("%s", ended).isEqualTo(1);
        assertThat(ended.out())
                .contains("      tcp> recv alice 12 --waitall", "      tcp> recv alice 6 --waitall")
                .endsWith("submission  points  labs passed", "raw        7 of 10       0 of 1");
    }

    @Test
    void aProgramIsNotToldWhereTheLabsLie() throws IOException, InterruptedException {
        String tells = "import os; print(sorted(name for name in os.environ if name.startswith('SOCKRATES')))";
        Ended ended = sockrates.run("grade", SERVER, "--", "python3", "-c", tells, "{port}");
        assertThat(ended.out()).contains("    ['SOCKRATES_GRADED', 'SOCKRATES_TEST']");
    }

    @Test
    void ofProtocolsAGoodOnePassesAndOneWithoutATimerAStopAndWaitAndOneOfOursAreFoundOut()
            throws IOException, InterruptedException {
        String good = resource("MyGoBackN.java");
        String deaf = HandedIn.without(good, "expired();\n        sendAllAgain(now);", "expired();");
        String borrowed = HandedIn.without(
                        good, "theirRoom = settings.window();", "Protocol.GO_BACK_N.end(settings, outside);")
                .replace("rdt.ProtocolEnd;", "rdt.*;");

        String waits =
                HandedIn.without(good, "window.size() < Math.min(settings.window(), theirRoom)", "window.isEmpty()");

        Ended ended = hunted(Map.of(
                "1-good", good, "2-deaf", deaf, "3-no-java", "class {", "4-borrowed", borrowed, "5-waits", waits));

        assertThat(ended.status()).as("%s", ended).isEqualTo(1);
        assertThat(about("2-deaf", "3-no-java", ended))
                .contains("      +   at 100ms: no timer runs", "      +     upstream drop 1st data")
                .doesNotContain("      sends 6\"");
        assertThat(about("3-no-java", "4-borrowed", ended)).contains("      MyGoBackN.java:1: <identifier> expected");
        assertThat(about("5-waits", "submission   points  labs passed", ended))
                .anyMatch(line -> line.startsWith("      + rdt check: MyGoBackN: broken: A sender does not wait while"))
                .contains(
                        "      +   at 0s: hasRoom said no with 1 outstanding (expected: yes below 5)",
                        "      udp> rdt check {protocol} --like rdt-gbn --schedule \"window 5; client",
                        "      sends 6\"")
                .filteredOn(line -> line.contains("server") || line.contains("\u2502"))
                .as("drawn alike in every terminal, this one is dumb")
                .anyMatch(line -> line.contains("\u2502"))
                .allMatch(line -> line.length() <= 80);
        assertThat(about("4-borrowed", "5-waits", ended))
                .contains("      MyGoBackN.java: names org.sockrates.transport.rdt.Protocol (expected: what");
        assertThat(ended.out())
                .endsWith(
                        "1-good     10 of 10       1 of 1",
                        "2-deaf      2 of 10       0 of 1",
                        "3-no-java   0 of 10       0 of 1",
                        "4-borrowed  0 of 10       0 of 1",
                        "5-waits     5 of 10       0 of 1");
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(YourProgramsTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aContractIsKeptByOneThatReadsLinesAndByNoneOfThreeThatNearlyDo() throws IOException, InterruptedException {
        String lines = resource("contract.py");
        String receives = HandedIn.without(lines, "for byte in data:", "line = b''\n                for byte in data:");

        String boundless = HandedIn.without(lines, "elif len(line) == MOST:", "elif False:");
        String forgetful = HandedIn.without(
                lines, "store[words[1]] = words[2]", "store.clear() or store.update({words[1]: words[2]})");

        String decodes = HandedIn.without(lines, "= words[2]", "= words[2].decode('utf8', 'replace').encode()");

        Ended ended = programs.grade(
                CONTRACT,
                Map.of(
                        "1-lines", lines,
                        "2-receives", receives,
                        "3-boundless", boundless,
                        "4-one-name", forgetful,
                        "5-decodes", decodes));

        assertThat(ended.status()).as("%s", ended).isEqualTo(1);
        assertThat(about("2-receives", "3-boundless", ended))
                .contains("      tcp> recv carol 15 --waitall")
                .contains("  program: python3 program.py {port}: running");
        assertThat(ended.out())
                .anyMatch(line -> line.matches("2-receives +[2-6] of 10 +0 of 1")) // as the pieces fall
                .contains(
                        "1-lines     10 of 10       1 of 1",
                        "3-boundless  8 of 10       0 of 1",
                        "4-one-name   7 of 10       0 of 1",
                        "5-decodes    7 of 10       0 of 1");
    }

    @Test
    void aPingerThatSendsElsewhereIsToldThatNothingCame() throws IOException, InterruptedException {
        String elsewhere = HandedIn.without(pinger, "int(sys.argv[1])))", "1))");
        Ended ended = programs.grade(PINGER, Map.of("1-elsewhere", elsewhere));
        assertThat(ended.out())
                .contains("      + nothing has passed")
                .contains("      hint: where the link's log below says that nothing has passed, nothing")
                .endsWith("1-elsewhere 1 of 5       0 of 1");
    }

    private Ended hunted(Map<String, String> sources) throws IOException, InterruptedException {
        programs.handIn("MyGoBackN.java", sources);
        return sockrates.run("grade", PROTOCOL, "--submissions", handedIn.toString(), "--", "MyGoBackN.java");
    }

    @Test
    void ofPingersTheTutorialsPassesAndOneThatTakesAnyReplyIsFoundOut() throws IOException, InterruptedException {
        String any = HandedIn.without(pinger, "reply == request.upper()", "True");
        String liar = "for n in range(1, 11): print('ping', n, 'lost' if n in (4, 5, 9) else '83.2 ms')\n";

        Ended ended = programs.grade(PINGER, Map.of("1-good", pinger, "2-any", any, "3-liar", liar));

        assertThat(ended.status()).as("%s", ended).isEqualTo(1);
        assertThat(ended.out())
                .anyMatch(line -> line.matches(" *\\+ *ping 3 [0-9.]+ ms"))
                .endsWith(
                        "1-good     5 of 5       1 of 1",
                        "2-any      2 of 5       0 of 1",
                        "3-liar     3 of 5       0 of 1");
    }

    @Test
    void aPingerThatDoesNotEndHasThePointsForAllElseAndIsToldSo() throws IOException, InterruptedException {
        String endless = pinger + "mailbox.settimeout(None); mailbox.recvfrom(1)\n";
        Ended ended = programs.grade(PINGER, Map.of("1-endless", endless));
        assertThat(ended.out())
                .contains("      + program: running")
                .anyMatch(line -> line.contains("hint: behind its last line"))
                .noneMatch(line -> line.contains("hint: ten lines"))
                .endsWith("1-endless  4 of 5       0 of 1");
    }
}
