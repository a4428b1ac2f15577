package org.sockrates.transport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;

/** Calls that fail as the same call in C would, and say so in a line. */
public final class Errnos {
    private Errnos() {}

    /** The call fails so. */
    public static void assertErrno(Errno expected, ThrowingCallable call) {
        assertErrnoIn(List.of(expected), call);
    }

    /** The call fails in one of these ways. */
    public static void assertErrnoIn(List<Errno> expected, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(SocketCallException.class);
        SocketCallException failure = (SocketCallException) thrown;
        assertThat(failure.errno()).as("%s", failure).isIn(expected);
        assertThat(failure.getMessage())
                .startsWith(failure.call().word() + ": ")
                .doesNotContain("null")
                .doesNotContain("\n");
    }
}
