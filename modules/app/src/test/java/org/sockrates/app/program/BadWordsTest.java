package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.app.process.Started.Ended;

/** Words that cannot be meant, given to the real process: a status, one line on stderr, and nothing left behind. */
@Execution(ExecutionMode.CONCURRENT)
class BadWordsTest extends OwnMachine {
    @ParameterizedTest(name = "{0}")
    @MethodSource("badWords")
    void endsInOneLineAndItsStatus(List<String> words, int status, String said)
            throws IOException, InterruptedException {
        Ended ended = sockrates.run(words.toArray(String[]::new));
        assertThat(ended.status()).as("%s", ended).isEqualTo(status);
        assertThat(ended.err()).hasSize(1).first().asString().contains(said);
        assertThat(ended.err().get(0))
                .doesNotContain(" null", "Exception", "\u001b")
                .hasSizeLessThan(300);
        assertThat(ended.out()).isEmpty();
    }

    static Stream<Arguments> badWords() {
        String whole = "a whole number from 1 to 65535";
        return Stream.of(
                bad(2, "frobnicate", "frobnicate"),
                bad(2, "socket?", "soket"),
                bad(2, "expected", ""),
                bad(2, "\"@file\"", "@file"),
                bad(2, "text in the encoding of this locale", "client", "1", "\ufffd"),
                bad(2, whole, "client", "tcp", "localhost", "65536", "hi"),
                bad(2, whole, "client", "tcp", "localhost", "-1", "hi"),
                bad(2, whole, "client", "tcp", "localhost", "+80", "hi"),
                bad(2, whole, "client", "tcp", "localhost", "\u0668\u0660", "hi"),
                bad(2, whole, "client", "tcp", "localhost", "0x50", "hi"),
                bad(2, whole, "client", "tcp", "localhost", "", "hi"),
                bad(2, whole, "client", "tcp", "localhost", "80 ", "hi"),
                bad(2, "a host", "client", "tcp", "", "80"),
                bad(2, "four numbers", "client", "tcp", "127.1", "80"),
                bad(2, "four numbers", "client", "tcp", "010.0.0.1", "80"),
                bad(2, "IPv6", "client", "tcp", "host:80:90", "80"),
                bad(2, "square brackets", "client", "tcp", "[::1", "80"),
                bad(2, "link-local", "client", "tcp", "fe80::1", "80"),
                bad(2, "\\x1b[2J", "client", "tcp", "\u001b[2Jx", "80"),
                bad(4, "name unknown", "client", "tcp", "nosuch.invalid", "80"),
                bad(2, "client: --timeout: \"5\"", "client", "80", "--timeout", "5"),
                bad(2, "from 1ms to", "client", "80", "--timeout", "99999999999h"),
                bad(2, "given twice", "client", "80", "--timeout", "1s", "--timeout", "2s"),
                bad(2, "--timeout?", "client", "80", "--tiemout", "1s"),
                bad(2, "with its sign", "compare", "--link", "loss 5"),
                bad(2, "percent or fraction?", "compare", "--link", "loss 0.5"),
                bad(2, "from 0% to 100%", "compare", "--link", "loss NaN"),
                bad(2, "from 0% to 100%", "compare", "--link", "loss 101%"),
                bad(2, "a rate", "compare", "--link", "rate 1e400"),
                bad(3, "no such file", "client", "80", "file:nosuch"),
                bad(3, "no plain file", "source", "/dev/zero"),
                bad(3, "no such file", "run", "nosuch.lab"),
                bad(74, "is a directory", "compare", "refused", "--csv", "."),
                bad(74, "cannot be written", "run", "01", "--junit", "nowhere/x.xml"));
    }

    private static Arguments bad(int status, String said, String... words) {
        return Arguments.of(List.of(words), status, said);
    }
}
