package org.sockrates.shell.job;

import java.util.List;
import org.sockrates.transport.Errno;

/**
 * A call that failed, as its caller was told.
 *
 * @param call as strace prints it
 * @param lines the call, and what the session knew about it then
 */
public record FailedCall(Errno errno, String call, List<String> lines) {
    public FailedCall {
        lines = List.copyOf(lines);
    }
}
