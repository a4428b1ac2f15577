package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockrates.app.process.Started.Ended;
import org.sockrates.app.process.Tools;

/** The labs that judge programs, with the programs of the tutorial for teachers, and with ones that are not as good. */
final class GradeTest {
    private static final Pattern PYTHON = Pattern.compile("(?ms)^```python\\n(.*?)^```$");
    private static final String SERVER = "37";
    private static final String PINGER = "38";

    @TempDir
    Path folder;

    private Sockrates sockrates;
    private String echo;
    private String pinger;

    @BeforeEach
    void set() throws IOException {
        assumeTrue(Tools.find("python3").isPresent(), "no python3 here");
        sockrates = new Sockrates(folder);
        String page = Files.readString(Tools.root().resolve("tutorials/05-for-teachers.md"));
        List<String> programs = PYTHON.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(programs).hasSize(2);
        echo = programs.get(0);
        pinger = programs.get(1);
    }

    private Ended grade(String lab, Map<String, String> programs) throws IOException, InterruptedException {
        for (Map.Entry<String, String> program : programs.entrySet()) {
            Path own = Files.createDirectories(sockrates.work().resolve("in").resolve(program.getKey()));
            Files.writeString(own.resolve("program.py"), program.getValue());
        }
        return sockrates.run("grade", lab, "--submissions", "in", "--", "python3", "program.py", "{port}");
    }

    private static String without(String program, String part, String instead) {
        assertThat(program).contains(part);
        return program.replace(part, instead);
    }

    /** The lines about one submission. */
    private static List<String> about(String name, String next, Ended ended) {
        return ended.out().subList(ended.out().indexOf(name), ended.out().indexOf(next));
    }

    @Test
    void ofServersTheTutorialsPassesAndThoseThatAreNotAsGoodAreFoundOut() throws IOException, InterruptedException {
        String waiting = "threading.Thread(target=serve, args=(peer,), daemon=True).start()";
        String inTurn = without(echo, waiting, "serve(peer)");
        String brittle = without(inTurn, "ConnectionError", "KeyError");

        Ended ended = grade(SERVER, Map.of("1-good", echo, "2-in-turn", inTurn, "3-brittle", brittle));

        assertThat(ended.status()).as("%s", ended).isEqualTo(1);
        assertThat(about("2-in-turn", "3-brittle", ended))
                .contains("      tcp> client localhost {port} bob --timeout 2s")
                .doesNotContain("      tcp> client localhost {port} \"still there?\"");
        assertThat(ended.out())
                .contains("      tcp> client localhost {port} \"still there?\"")
                .contains("  program: python3 program.py {port}: ended with status 1")
                .contains("    ConnectionResetError: [Errno 104] Connection reset by peer")
                .endsWith(
                        "submission points of passed labs",
                        "1-good         10 10      1    1",
                        "2-in-turn       7 10      0    1",
                        "3-brittle       5 10      0    1");
    }

    @Test
    void ofPingersTheTutorialsPassesAndOneThatTakesAnyReplyIsFoundOut() throws IOException, InterruptedException {
        String any = without(pinger, "reply == request.upper()", "True");

        Ended ended = grade(PINGER, Map.of("1-good", pinger, "2-any", any));

        assertThat(ended.status()).as("%s", ended).isEqualTo(1);
        assertThat(ended.out())
                .anyMatch(line -> line.matches(" *\\+ *ping 2 [0-9.]+ ms"))
                .endsWith("1-good          5  5      1    1", "2-any           0  5      0    1");
    }
}
