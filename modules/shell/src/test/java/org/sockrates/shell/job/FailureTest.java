package org.sockrates.shell.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.UsageException;

class FailureTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new UsageException("a: b"), 2, "a: b"),
                Arguments.of(new MissingAbilityException("no TUN"), 5, "no TUN"),
                Arguments.of(new BadFileException("f: bad"), 3, "f: bad"),
                Arguments.of(new NoSuchFileException("x\u001b"), 3, "x\\x1b: no such file"),
                Arguments.of(new NoSuchFileException(null), 3, "file: no such file"),
                Arguments.of(new AccessDeniedException("x"), 3, "x: may not be read"),
                Arguments.of(new AccessDeniedException(null), 3, "file: may not be read"),
                Arguments.of(new UnknownHostException("nowhere: name unknown"), 4, "nowhere: name unknown"),
                Arguments.of(new UnknownHostException(), 4, "unknown"),
                Arguments.of(new FileNotFoundException("f"), 4, "f"),
                Arguments.of(new IOException(), 4, "IOException"),
                Arguments.of(new IOException("told", new SocketCallException(Call.RECV, Errno.EAGAIN)), 124, "told"),
                Arguments.of(new IOException("told", unanswered()), 4, "told"),
                Arguments.of(new SocketCallException(Call.RECV, Errno.EINTR), 130, "recv: Interrupted system call"),
                Arguments.of(new SocketCallException(Call.BIND, Errno.EADDRINUSE), 4, "bind: Address already in use"),
                Arguments.of(new OutOfMemoryError("unable to create native thread: …"), 5, Failure.NO_THREAD),
                Arguments.of(new CancellationException("capture: ended"), 130, "capture: ended"),
                Arguments.of(new OutOfMemoryError("Java heap space"), 70, "Java heap space"),
                Arguments.of(
                        thrownBy("xor.XorSocket", new UnsupportedOperationException("not yet")),
                        3,
                        "XorSocket.receive: UnsupportedOperationException: not yet (its own); mend its jar"),
                Arguments.of(new IllegalStateException("oops"), 70, "oops"));
    }

    private static Throwable thrownBy(String type, Throwable failure) {
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, "receive", null, 9)});
        return failure;
    }

    /** A connect that got no answer, as the command of that name tells it, too. */
    private static SocketCallException unanswered() {
        SocketCallException limit = new SocketCallException(Call.CONNECT, Errno.EAGAIN);
        return new SocketCallException(Call.CONNECT, Errno.ETIMEDOUT, "no answer within the limit", limit);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void hasAStatusAndOneLine(Throwable failure, int status, String text) {
        assertThat(Failure.status(failure)).isEqualTo(status);
        assertThat(Failure.text(failure)).isEqualTo(text).doesNotContain("null");
    }

    @ParameterizedTest
    @EnumSource(Errno.class)
    void everyErrnoHasAStatus(Errno errno) {
        assertThat(Failure.status(errno)).isIn(4, 124, 130);
    }
}
