package org.sockrates.shell.command;

import java.util.List;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.BadDescriptorException;
import org.sockrates.transport.Errno;

/** What C says to a number that no open socket has, and what became of the socket. */
final class BadDescriptorReply {
    private BadDescriptorReply() {}

    static Reply of(String call, BadDescriptorException bad) {
        Errno errno = Errno.EBADF;
        String why = String.valueOf(bad.getMessage());
        List<String> lines =
                List.of(call + "(" + bad.number() + ") = -1 " + errno + " (" + errno.text() + ")", "  " + why);
        Object json = Json.object(
                "call", call,
                "socket", bad.number(),
                "result", -1,
                "errno", errno.name(),
                "error", errno.text(),
                "hints", List.of(why));
        return Reply.of(lines, json, ExitStatus.NETWORK);
    }
}
