package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.app.process.Started.Ended;

/** Lines that cannot be meant, read by the real process from a pipe. */
@Execution(ExecutionMode.CONCURRENT)
class BadLinesTest extends OwnMachine {
    @ParameterizedTest(name = "{2}")
    @MethodSource("badLines")
    void endInOneLineAndItsStatus(String lines, int status, String said) throws IOException, InterruptedException {
        Ended ended = sockrates.read(lines);
        assertThat(ended.status()).as("%s", ended).isEqualTo(status);
        assertThat(ended.err())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("stdin:1: ")
                .contains(said);
        assertThat(ended.out()).isEmpty();
    }

    static Stream<Arguments> badLines() {
        return Stream.of(
                Arguments.of("a".repeat(1 << 20) + "\n", 2, "more than 65536 characters"),
                Arguments.of("send " + "a".repeat(2 << 20), 2, "more than 65536 characters"),
                Arguments.of("sta\0tus\n", 2, "column 4: the character \\0"),
                Arguments.of("socket \ufffd\n", 2, "column 8: bytes that are no UTF-8"),
                Arguments.of("send \"abc\n", 2, "column 6: an open quote"),
                Arguments.of("send \\xZZ\n", 2, "two hexadecimal digits"),
                Arguments.of("a" + "!#".repeat(40) + "\n", 2, "command: "));
    }

    @Test
    void lineEndsOfWindowsAndAByteOrderMarkAreReadAsMeant() throws IOException, InterruptedException {
        Ended ended = sockrates.read("\ufeffsocket udp\r\nclose *\r\n");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).containsExactly("socket(AF_INET, SOCK_DGRAM, 0) = 3", "close(3) = 0");
    }

    @Test
    void aFileThatRunsItselfIsStatus3() throws IOException, InterruptedException {
        Path script = Files.writeString(sockrates.work().resolve("loop"), "source loop\n");
        Ended ended = sockrates.run("source", "loop");
        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.err()).containsExactly("loop:1: source: \"loop\": runs already; a file must not run itself");
        Files.delete(script);
    }
}
