package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private Ended grade(String lab, String program) throws IOException, InterruptedException {
        Files.writeString(sockrates.work().resolve("program.py"), program);
        return sockrates.run("grade", lab, "--", "python3", "program.py", "{port}");
    }

    private static String without(String program, String part, String instead) {
        assertThat(program).contains(part);
        return program.replace(part, instead);
    }

    @Test
    void theTutorialsServerPasses() throws IOException, InterruptedException {
        Ended ended = grade(SERVER, echo);
        assertThat(ended.status()).as(ended.out().toString()).isZero();
        assertThat(ended.out()).last().isEqualTo("1 of 1 labs passed, 10 of 10 points");
    }

    @Test
    void aServerThatServesOneAfterTheOtherIsFoundOut() throws IOException, InterruptedException {
        String waiting = "threading.Thread(target=serve, args=(peer,), daemon=True).start()";
        Ended ended = grade(SERVER, without(echo, waiting, "serve(peer)"));
        assertThat(ended.status()).isEqualTo(124);
        assertThat(ended.out())
                .contains("      tcp> client localhost {port} bob --timeout 2s", "0 of 1 labs passed, 7 of 10 points")
                .doesNotContain("      tcp> client localhost {port} \"still there?\"");
    }

    @Test
    void aServerThatARudeClientEndsIsFoundOutAndQuoted() throws IOException, InterruptedException {
        String inLine =
                without(echo, "threading.Thread(target=serve, args=(peer,), daemon=True).start()", "serve(peer)");
        Ended ended = grade(SERVER, without(inLine, "ConnectionError", "KeyError"));
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out())
                .contains("      tcp> client localhost {port} \"still there?\"")
                .contains("    ConnectionResetError: [Errno 104] Connection reset by peer")
                .last()
                .isEqualTo("0 of 1 labs passed, 5 of 10 points");
    }

    @Test
    void theTutorialsPingerPasses() throws IOException, InterruptedException {
        Ended ended = grade(PINGER, pinger);
        assertThat(ended.status()).as(ended.out().toString()).isZero();
        assertThat(ended.out()).last().isEqualTo("1 of 1 labs passed, 5 of 5 points");
    }

    @Test
    void aPingerThatTakesAnyReplyIsFoundOut() throws IOException, InterruptedException {
        Ended ended = grade(PINGER, without(pinger, "reply == request.upper()", "True"));
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out())
                .anyMatch(line -> line.matches(" *\\+ *ping 2 [0-9.]+ ms"))
                .last()
                .isEqualTo("0 of 1 labs passed, 0 of 5 points");
    }
}
