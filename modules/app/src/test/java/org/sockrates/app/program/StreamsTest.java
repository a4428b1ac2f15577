package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.app.process.Started;
import org.sockrates.app.process.Started.Ended;

/** Streams that are full, closed, or lead to somebody who has heard enough. */
@Execution(ExecutionMode.CONCURRENT)
class StreamsTest extends OwnMachine {
    @Test
    void aFullDiskIsStatus74() throws IOException, InterruptedException {
        Ended ended = shell("\"$0\" help >/dev/full");
        assertThat(ended.status()).isEqualTo(74);
        assertThat(ended.err()).hasSize(1).first().asString().startsWith("output: No space left on device (expected");
    }

    @Test
    void aClosedOutputIsStatus74() throws IOException, InterruptedException {
        Ended ended = shell("\"$0\" help >&-");
        assertThat(ended.status()).isEqualTo(74);
        assertThat(ended.err()).hasSize(1).first().asString().startsWith("output: Bad file descriptor (expected");
    }

    @Test
    void aClosedInputIsAnEmptyOne() throws IOException, InterruptedException {
        Ended ended = shell("\"$0\" <&-");
        assertThat(ended).isEqualTo(new Ended(0, List.of(), List.of()));
    }

    @Test
    void closedStandardErrorLeavesTheStatus() throws IOException, InterruptedException {
        Ended ended = shell("\"$0\" frobnicate 2>&-");
        assertThat(ended).isEqualTo(new Ended(2, List.of(), List.of()));
    }

    @Test
    void aReaderThatHasHeardEnoughGetsItsLineAndNoTrace() throws IOException, InterruptedException {
        Ended ended = shell("\"$0\" help | head -n 1");
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).hasSize(1);
        assertThat(ended.err()).hasSizeLessThan(2).noneMatch(line -> line.contains("Exception"));
    }

    @Test
    void resultsMayGoIntoAPipe() throws IOException, InterruptedException {
        Ended ended = shell("\"$0\" compare boundaries --quick --csv /dev/stdout --force | cat");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).anyMatch(line -> line.startsWith("boundaries,reads,calls,udp,measured,5,5"));
    }

    @Test
    void aReaderThatIsGoneIsStatus74() throws IOException, InterruptedException {
        Ended ended =
                shell("{ sleep 1; \"$0\" help; echo $? >status; } | true; while [ ! -s status ]; do sleep 0.1; done;"
                        + " cat status; rm status");
        assertThat(ended.out()).containsExactly("74");
        assertThat(ended.err()).hasSize(1).first().asString().startsWith("output: Broken pipe (expected");
    }

    /** The last locale is installed nowhere: ssh brings one along. */
    @ParameterizedTest
    @CsvSource({"LANG, C", "LANG, xx_XX.UTF-8", "LC_TIME, xx_XX.UTF-8"})
    void aFolderMayHaveAnyNameInAnyLocale(String variable, String locale) throws IOException, InterruptedException {
        sockrates.variable(variable, locale);
        Ended ended = shell(
                "cd .. && d=$(printf 'd\\303\\251 x') && mkdir \"$d\" && cd \"$d\""
                        + " && cp \"${0%/*}\"/labs/01-*.lab a.lab && \"$0\" run a.lab; echo $?; rm a.lab; cd .. && rmdir \"$d\"");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).endsWith("1 of 1 labs passed, 1 of 1 points", "0");
    }

    @ParameterizedTest
    @CsvSource({"C, ASCII", "xx_XX.UTF-8, Unicode"})
    void aFileMayHaveAnyNameInAnyLocale(String locale, String drawings) throws IOException, InterruptedException {
        sockrates.variable("LANG", locale).variable("TERM", "xterm");
        Ended ended = shell("printf 'record gr\\303\\274n.cast\\ndoctor\\n' | \"$0\"; rm gr*.cast");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains("recording to grün.cast until  record off")
                .anyMatch(line -> line.matches("terminal .* drawings in " + drawings + "\\b.*"));
    }

    /** What an errno is read from is in the language of the C library, where that is installed. */
    @Test
    void aCallHasTheSameErrnoInEveryLanguage() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/usr/share/locale/de/LC_MESSAGES/libc.mo")), "no German here");
        sockrates.variable("LANGUAGE", "de");
        for (String locale : List.of("LANG", "LC_ALL", "LC_MESSAGES")) {
            sockrates.variable(locale, "C.UTF-8");
            assertThat(shell("printf 'socket\\nbind . 192.0.2.7 5000\\n' | \"$0\"")
                            .out())
                    .as(locale)
                    .contains("bind(3, 192.0.2.7:5000) = -1 EADDRNOTAVAIL (Cannot assign requested address)");
        }
    }

    private Ended shell(String line) throws IOException, InterruptedException {
        ProcessBuilder builder = sockrates
                .command(List.of("sh", "-c", line, Sockrates.launcher().toString()))
                .redirectInput(Path.of("/dev/null").toFile());
        return Started.start(builder, folder.resolve("said")).ended();
    }
}
