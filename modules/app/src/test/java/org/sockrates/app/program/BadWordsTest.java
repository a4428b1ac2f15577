package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.app.process.Started.Ended;

/** Words that cannot be meant, given to the real process: a status, one line on stderr, and nothing left behind. */
class BadWordsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("badWords")
    void endsInOneLineAndItsStatus(List<String> words, int status, String said)
            throws IOException, InterruptedException {
        Sockrates sockrates = new Sockrates(folder);
        Ended ended = sockrates.run(words.toArray(String[]::new));
        assertThat(ended.status()).as("%s", ended).isEqualTo(status);
        assertThat(ended.err()).hasSize(1).first().asString().contains(said);
        assertThat(ended.err().get(0))
                .doesNotContain("null", "Exception", "\u001b")
                .hasSizeLessThan(300);
        assertThat(ended.out()).isEmpty();
        assertThat(sockrates.left()).isEmpty();
    }

    static Stream<Arguments> badWords() {
        return Stream.of(bad(2, "frobnicate", "frobnicate"), bad(2, "socket?", "soket"), bad(2, "expected", ""));
    }

    private static Arguments bad(int status, String said, String... words) {
        return Arguments.of(List.of(words), status, said);
    }
}
